package org.simplexity.data.source;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.data.Checksums;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of downloaded, verified files, shared by all processes of a user.
 *
 * <p>A file is fetched under a temporary name, verified and renamed, while a lock keeps other
 * processes waiting; so a file under its own name is whole. A transfer that was cut is resumed.
 */
public final class DownloadCache {
  private static final Logger LOG = LoggerFactory.getLogger(DownloadCache.class);

  private final Path root;
  private final Transfer transfer;

  /** A cache in this folder, which is made when first needed. */
  public DownloadCache(Path root) {
    this(root, new Transfer(Transfer.Patience.defaults()));
  }

  DownloadCache(Path root, Transfer transfer) {
    this.root = root;
    this.transfer = transfer;
  }

  /**
   * The folder for downloads: {@code SIMPLEXITY_CACHE} or {@code ~/.cache/simplexity}.
   *
   * @param environment environment variables, such as {@link System#getenv()}
   */
  public static Path standardFolder(Map<String, String> environment) {
    String chosen = environment.getOrDefault("SIMPLEXITY_CACHE", "");
    return chosen.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "simplexity")
        : Path.of(chosen);
  }

  /**
   * The verified file, downloaded if it is not there yet.
   *
   * @throws DownloadException if no mirror yields the right file or the folder is not writable
   */
  Path fetch(String folder, RemoteFile file, Progress progress) throws DownloadException {
    Path target = root.resolve(folder).resolve(file.name());
    try {
      Files.createDirectories(target.getParent());
      try (CacheLock lock = CacheLock.acquire(target, progress)) {
        if (!isValid(target, file)) {
          download(file, target, progress);
        }
        return target;
      }
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw new DownloadException("cannot keep %s: %s".formatted(target, reason(e)), e);
    }
  }

  private static boolean isValid(Path target, RemoteFile file) throws IOException {
    if (!Files.exists(target)) {
      return false;
    }
    Optional<String> complaint = file.verification().complaint(target);
    complaint.ifPresent(
        c -> LOG.warn("{} in the cache is damaged, fetching it again: {}", target, c));
    return complaint.isEmpty();
  }

  private void download(RemoteFile file, Path target, Progress progress) throws IOException {
    List<String> failures = new ArrayList<>();
    for (URI mirror : file.mirrors()) {
      Optional<String> failure = download(file, mirror, target, progress);
      if (failure.isEmpty()) {
        return;
      }
      LOG.warn("{}: {}", mirror, failure.get());
      failures.add(mirror + ": " + failure.get());
    }
    throw new DownloadException(
        "cannot download %s; tried %s. Or fetch it by hand into a folder DIR and set data.from: DIR"
            .formatted(file.name(), String.join("; ", failures)));
  }

  private Optional<String> download(RemoteFile file, URI mirror, Path target, Progress progress)
      throws IOException {
    Path part = target.resolveSibling(file.name() + "." + shortHash(mirror) + ".part");
    try {
      transfer.run(mirror, part, progress);
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
    Optional<String> complaint = file.verification().complaint(part);
    if (complaint.isPresent()) {
      Files.delete(part);
    } else {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    return complaint;
  }

  private static String shortHash(URI mirror) {
    byte[] address = mirror.toString().getBytes(StandardCharsets.UTF_8);
    return Checksums.of("SHA-256", address).substring(0, 8);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : kind.equals("IOException") ? message : kind + ": " + message;
  }
}
