package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** A process logs and is killed before anything was sent; a later one sends it. */
@ExtendWith(MlflowServer.class)
class CrashTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private MlflowTracker tracker;
  private Process process;

  CrashTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    tracker = MlflowTracker.connect(server.uri(), Trackers.quick(folder));
  }

  @AfterEach
  void close() {
    tracker.close();
    process.destroyForcibly();
  }

  @Test
  void whatAKilledProcessLoggedIsSentByALaterOne() throws Exception {
    String run = startWriter(server.uri());
    assertThat(tracker.replay()).as("while the process lives").isEmpty();
    kill();
    assertThat(tracker.history(run, "loss")).isEmpty();
    Files.writeString(journalFile(), "{\"kind\":\"metrics\",\"ti", StandardOpenOption.APPEND);

    assertThat(tracker.replay()).containsExactly(run);
    assertThat(tracker.history(run, "loss")).hasSize(CrashingWriter.STEPS);
    assertThat(tracker.get(run).parameters()).containsEntry("seed", "3");
    assertThat(tracker.get(run).status()).isEqualTo(RunStatus.RUNNING);
    tracker.download(run, "a/spooled.txt", folder.resolve("back.txt"));
    assertThat(folder.resolve("back.txt")).hasContent("spooled");
    assertThat(tracker.replay()).isEmpty();
    assertThat(folder.toFile().list()).containsExactly("back.txt");
  }

  @Test
  void aRunWhoseEndWasJournalledIsFinishedByTheReplay() throws Exception {
    try (Middleman road = new Middleman(server.uri());
        MlflowTracker over = MlflowTracker.connect(road.uri(), Trackers.quick(folder))) {
      String run = startWriter(road.uri());
      road.away(true);
      process.outputWriter(StandardCharsets.UTF_8).append("end\n").flush();
      while (!journal().contains("\"end\"")) {
        Thread.sleep(20);
      }
      kill();
      road.away(false);
      assertThat(tracker.get(run).status()).isEqualTo(RunStatus.RUNNING);
      assertThat(over.replay()).containsExactly(run);
      assertThat(tracker.get(run).status()).isEqualTo(RunStatus.FINISHED);
      assertThat(tracker.history(run, "loss")).hasSize(CrashingWriter.STEPS);
    }
  }

  @Test
  void journalsOfOtherServersAreLeftAlone() throws Exception {
    startWriter(server.uri());
    kill();
    try (Middleman other = new Middleman(server.uri());
        MlflowTracker elsewhere = MlflowTracker.connect(other.uri(), Trackers.quick(folder))) {
      assertThat(elsewhere.replay()).isEmpty();
    }
    assertThat(folder).isNotEmptyDirectory();
    assertThat(tracker.replay()).hasSize(1);
  }

  @Test
  void aDamagedJournalIsSetAsideAndTheOthersAreSent() throws Exception {
    String run = startWriter(server.uri());
    kill();
    Path damaged = folder.resolve("0.other.1.jsonl");
    Files.writeString(damaged, "{\"kind\":\"head\",\"run\":\"0\",\"ser\n");
    assertThat(tracker.replay()).containsExactly(run);
    assertThat(folder.toFile().list()).containsExactly("0.other.1.jsonl.refused");
    assertThat(tracker.replay()).isEmpty();
  }

  @Test
  void aJournalWhoseSpooledArtifactIsGoneIsSetAside() throws Exception {
    startWriter(server.uri());
    kill();
    String name = journalFile().getFileName().toString().replace(".jsonl", "");
    Files.delete(folder.resolve(name + ".files/1"));
    assertThat(tracker.replay()).isEmpty();
    assertThat(folder.resolve(name + ".jsonl.refused")).exists();
  }

  @Test
  void severalThreadsMayReplayAtOnce() throws Exception {
    String run = startWriter(server.uri());
    kill();
    List<List<String>> sent =
        IntStream.range(0, 4).parallel().mapToObj(i -> tracker.replay()).toList();
    assertThat(sent.stream().flatMap(List::stream)).containsExactly(run);
    assertThat(folder).isEmptyDirectory();
  }

  private String startWriter(URI address) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            CrashingWriter.class.getName(),
            address.toString(),
            folder.toString());
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    assertThat(line).startsWith("written ");
    return line.substring("written ".length());
  }

  private Path journalFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  private String journal() throws IOException {
    return Files.readString(journalFile());
  }

  private void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Test
  void aRunThatIsAttachedAgainKeepsThePointsOfBothProcesses() throws Exception {
    String run = startWriter(server.uri());
    kill();
    tracker.replay();
    try (TrackedRun again = tracker.attach(run)) {
      again.parameters(Map.of("seed", "3"));
      again.metric("loss", 0.5, CrashingWriter.STEPS + 1);
      again.flush();
    }
    assertThat(tracker.history(run, "loss")).hasSize(CrashingWriter.STEPS + 1);
  }
}
