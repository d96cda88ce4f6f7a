package org.simplexity.data.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Checksums;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Provenance;

/**
 * Files of a folder, read and decoded on all cores, with results in the order of the listing.
 *
 * @param images pixels in the order of the files; null where a file is broken
 * @param broken broken files, each with the reason
 * @param checksum SHA-256 of the lines {@code SHA-256 path} of all files
 */
record FolderDecoding(
    List<byte @Nullable []> images, List<Provenance.Skipped> broken, String checksum) {
  private static final int REPORT_EVERY = 500;

  /** One file: exactly one of pixels and reason is there. */
  private static final class Decoded {
    private final byte @Nullable [] pixels;
    private final @Nullable String reason;
    private final String sha256;

    Decoded(byte @Nullable [] pixels, @Nullable String reason, String sha256) {
      this.pixels = pixels;
      this.reason = reason;
      this.sha256 = sha256;
    }
  }

  static FolderDecoding run(
      Path root, List<FolderListing.Entry> files, ImageShape shape, Progress progress) {
    AtomicInteger done = new AtomicInteger();
    List<Decoded> decoded =
        IntStream.range(0, files.size())
            .parallel()
            .mapToObj(
                i -> {
                  Decoded result = decode(root.resolve(files.get(i).path()), shape);
                  report(done.incrementAndGet(), files.size(), progress);
                  return result;
                })
            .toList();
    return gather(files, decoded);
  }

  private static Decoded decode(Path file, ImageShape shape) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      return new Decoded(null, e.toString(), "unreadable");
    }
    String sha256 = Checksums.of("SHA-256", content);
    try {
      return new Decoded(Scaling.toShape(Picture.decode(content), shape), null, sha256);
    } catch (BrokenImageException e) {
      return new Decoded(null, e.getMessage(), sha256);
    }
  }

  private static FolderDecoding gather(List<FolderListing.Entry> files, List<Decoded> decoded) {
    List<byte @Nullable []> images = new ArrayList<>();
    List<Provenance.Skipped> broken = new ArrayList<>();
    MessageDigest digest = Checksums.newDigest("SHA-256");
    for (int i = 0; i < files.size(); i++) {
      Decoded one = decoded.get(i);
      String path = files.get(i).path();
      images.add(one.pixels);
      String reason = one.reason;
      if (reason != null) {
        broken.add(new Provenance.Skipped(path, reason));
      }
      digest.update((one.sha256 + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return new FolderDecoding(images, broken, HexFormat.of().formatHex(digest.digest()));
  }

  private static void report(int done, int total, Progress progress) {
    if (done % REPORT_EVERY == 0 || done == total) {
      progress.report(done, total, "image", "reading images");
    }
  }
}
