package org.simplexity.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.Checksums;
import org.simplexity.data.Seed;

class DownloadCacheTest {
  private static final byte[] CONTENT = content();

  @TempDir private Path root;
  private DownloadCache cache;
  private FlakyServer server;
  private FlakyServer mirror;

  @BeforeEach
  void start() {
    cache = new DownloadCache(root, transfer(Duration.ofSeconds(5)));
    server = new FlakyServer().serve("file.bin", CONTENT);
    mirror = new FlakyServer().serve("file.bin", CONTENT);
  }

  @AfterEach
  void stop() {
    server.close();
    mirror.close();
  }

  @Test
  void aFileIsFetchedOnceAndThenFoundInTheCache() throws IOException {
    Path first = fetch(Progress.silent());
    assertThat(first).isEqualTo(root.resolve("set/file.bin")).hasBinaryContent(CONTENT);
    assertThat(fetch(Progress.silent())).isEqualTo(first);
    assertThat(server.ranges()).containsExactly("none");
    assertThat(visibleFiles()).containsExactly("file.bin");
  }

  @Test
  void aCutConnectionIsResumedWhereItEnded() throws DownloadException {
    server.cutOnce("file.bin", 120_000);
    assertThat(fetch(Progress.silent())).hasBinaryContent(CONTENT);
    assertThat(server.ranges()).containsExactly("none", "bytes=120000-");
    assertThat(mirror.ranges()).isEmpty();
  }

  @Test
  void aTransferCutInAnEarlierProcessIsResumed() throws DownloadException {
    server.cutOnce("file.bin", 100_000);
    Transfer hasty =
        new Transfer(new Transfer.Patience(Duration.ofSeconds(5), 0, Duration.ofMillis(1)));
    assertThatThrownBy(
            () -> new DownloadCache(root, hasty).fetch("set", file(server), Progress.silent()))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("cut after 100000 of 300000 bytes");
    assertThat(cache.fetch("set", file(server), Progress.silent())).hasBinaryContent(CONTENT);
    assertThat(server.ranges()).containsExactly("none", "bytes=100000-");
  }

  @Test
  void aServerWithoutRangesIsReadFromTheStartAgain() throws DownloadException {
    server.withoutRanges().cutOnce("file.bin", 120_000);
    assertThat(fetch(Progress.silent())).hasBinaryContent(CONTENT);
  }

  @Test
  void aRefusingMirrorIsPassedOverForTheNext() throws DownloadException {
    server.answering(404);
    assertThat(fetch(Progress.silent())).hasBinaryContent(CONTENT);
    assertThat(server.ranges()).hasSize(1);
    assertThat(mirror.ranges()).containsExactly("none");
  }

  @Test
  void anAilingMirrorIsTriedAgainBeforeTheNext() throws DownloadException {
    server.answering(503);
    assertThat(fetch(Progress.silent())).hasBinaryContent(CONTENT);
    assertThat(server.ranges()).hasSize(3);
  }

  @Test
  void aMirrorWithWrongContentIsPassedOverForTheNext() throws IOException {
    server.serve("file.bin", altered());
    assertThat(fetch(Progress.silent())).hasBinaryContent(CONTENT);
    assertThat(visibleFiles()).containsExactly("file.bin");
  }

  @Test
  void whenEveryMirrorFailsEachReasonIsTold() {
    server.serve("file.bin", altered());
    mirror.answering(500);
    assertThatThrownBy(() -> fetch(Progress.silent()))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(server.url() + "file.bin: SHA-256 is")
        .hasMessageContaining(mirror.url() + "file.bin: HTTP status 500")
        .hasMessageContaining("data.from");
    assertThat(root.resolve("set/file.bin")).doesNotExist();
  }

  @Test
  void anUnreachableServerIsAnInfrastructureFailure() {
    server.close();
    mirror.close();
    assertThatThrownBy(() -> fetch(Progress.silent()))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("Connect");
  }

  @Test
  void aDamagedFileInTheCacheIsFetchedAgain() throws IOException {
    Path target = fetch(Progress.silent());
    Files.write(target, altered());
    assertThat(fetch(Progress.silent())).hasBinaryContent(CONTENT);
  }

  @Test
  void progressRisesToTheWholeAndCountsResumedBytesOnce() throws DownloadException {
    server.cutOnce("file.bin", 120_000);
    List<Long> done = new ArrayList<>();
    fetch(
        (bytes, total, unit, message) -> {
          assertThat(total).isEqualTo(CONTENT.length);
          assertThat(unit).isEqualTo("byte");
          assertThat(message).contains("file.bin");
          done.add(bytes);
        });
    assertThat(done).isSorted().doesNotHaveDuplicates().endsWith((long) CONTENT.length);
  }

  @Test
  void twoAtOnceDownloadOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Path> a = pool.submit(() -> fetch(Progress.silent()));
      Future<Path> b = pool.submit(() -> fetch(Progress.silent()));
      assertThat(a.get()).hasBinaryContent(CONTENT);
      assertThat(b.get()).hasBinaryContent(CONTENT);
    } finally {
      pool.shutdown();
    }
    assertThat(server.ranges()).containsExactly("none");
  }

  @Test
  void anUnwritableCacheIsAnInfrastructureFailure() throws IOException {
    Path file = Files.writeString(root.resolve("occupied"), "a file where a folder should be");
    DownloadCache blocked = new DownloadCache(file, transfer(Duration.ofSeconds(5)));
    assertThatThrownBy(() -> blocked.fetch("set", file(server), Progress.silent()))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("cannot keep " + file);
  }

  @Test
  void theStandardFolderIsThatOfTheEnvironmentOrOfTheUser() {
    assertThat(DownloadCache.standardFolder(Map.of("SIMPLEXITY_CACHE", "/data/cache")))
        .isEqualTo(Path.of("/data/cache"));
    assertThat(DownloadCache.standardFolder(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "simplexity"));
  }

  @Test
  void aWholeSetIsDownloadedFromMirrorsThatWrapDifferently() throws DownloadException {
    for (int i = 0; i < 4; i++) {
      mirror.serve(SmallIdx.fileNames().get(i) + ".gz", SmallIdx.gzip(SmallIdx.contents().get(i)));
    }
    server.serve("train-images.gz", SmallIdx.TRAIN);
    IdxDataSet set = SmallIdx.dataSet(server.url(), mirror.url());
    RawImages raw = new IdxImages(set, cache, null).load(Progress.silent());
    assertThat(raw.training().size()).isEqualTo(12);
    assertThat(root.resolve("small/train-images.gz")).hasBinaryContent(SmallIdx.TRAIN);
  }

  private Path fetch(Progress progress) throws DownloadException {
    return cache.fetch("set", file(server, mirror), progress);
  }

  private static RemoteFile file(FlakyServer... servers) {
    List<URI> mirrors =
        Stream.of(servers).map(server -> URI.create(server.url() + "file.bin")).toList();
    String expected = Checksums.of("SHA-256", CONTENT);
    return new RemoteFile(
        "file.bin",
        mirrors,
        path -> {
          String found = Checksums.of("SHA-256", Files.readAllBytes(path));
          return found.equals(expected)
              ? Optional.empty()
              : Optional.of("SHA-256 is " + found + ", expected " + expected);
        });
  }

  private static Transfer transfer(Duration timeout) {
    return new Transfer(new Transfer.Patience(timeout, 2, Duration.ofMillis(10)));
  }

  private List<String> visibleFiles() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("set"))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    }
  }

  private static byte[] content() {
    byte[] bytes = new byte[300_000];
    new Seed(11).generator().nextBytes(bytes);
    return bytes;
  }

  private static byte[] altered() {
    byte[] bytes = Arrays.copyOf(CONTENT, CONTENT.length);
    bytes[1000] ^= 1;
    return bytes;
  }
}
