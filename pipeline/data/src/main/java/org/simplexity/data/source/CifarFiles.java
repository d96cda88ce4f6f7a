package org.simplexity.data.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataException;

/** The files of a CIFAR set by name: from an unpacked folder, or from the published archive. */
final class CifarFiles {
  private final CifarDataSet set;
  private final DownloadCache cache;

  CifarFiles(CifarDataSet set, DownloadCache cache) {
    this.set = set;
    this.cache = cache;
  }

  /** Contents by file name, all files of the set being there. */
  Map<String, byte[]> read(@Nullable Path from, Progress progress) throws DownloadException {
    if (from == null) {
      return unpack(download(progress));
    }
    Optional<Path> unpacked = unpackedFolder(from);
    return unpacked.isPresent() ? readFolder(unpacked.get()) : unpack(localArchive(from));
  }

  private Optional<Path> unpackedFolder(Path from) {
    String inner = set.archive().folder();
    Path own = from.resolve(set.name());
    return List.of(from, from.resolve(inner), own, own.resolve(inner)).stream()
        .filter(folder -> Files.isRegularFile(folder.resolve(set.files().test())))
        .filter(folder -> Files.isRegularFile(folder.resolve(set.labels().names())))
        .findFirst();
  }

  private Map<String, byte[]> readFolder(Path folder) {
    Map<String, byte[]> contents = new HashMap<>();
    for (String name : set.fileNames()) {
      try {
        contents.put(name, Files.readAllBytes(folder.resolve(name)));
      } catch (IOException e) {
        throw new DataException(
            "cannot read %s of %s: %s".formatted(folder.resolve(name), set.name(), e), e);
      }
    }
    return contents;
  }

  private Path localArchive(Path from) {
    Path archive = new LocalFiles(from, set.name()).find(List.of(set.archive().name()));
    complaint(archive)
        .ifPresent(
            wrong -> {
              throw new DataException(
                  "%s: not the published archive of %s: %s; fetch it again"
                      .formatted(archive, set.name(), wrong));
            });
    return archive;
  }

  private Path download(Progress progress) throws DownloadException {
    String name = set.archive().name();
    List<URI> mirrors =
        set.archive().mirrors().stream().map(mirror -> URI.create(mirror + name)).toList();
    return cache.fetch(set.name(), new RemoteFile(name, mirrors, this::complaint), progress);
  }

  private Optional<String> complaint(Path archive) {
    MessageDigest md5 = Checksums.newDigest("MD5");
    try (InputStream in = new DigestInputStream(Files.newInputStream(archive), md5)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
    String found = HexFormat.of().formatHex(md5.digest());
    String expected = set.archive().md5();
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of("MD5 is %s, expected %s".formatted(found, expected));
  }

  private Map<String, byte[]> unpack(Path archive) {
    Map<String, byte[]> contents = new HashMap<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isFile() && set.fileNames().contains(name)) {
          contents.put(name, tar.readAllBytes());
        }
      }
    } catch (EOFException | ZipException e) {
      throw new DataException(archive + ": truncated or damaged archive; fetch it again", e);
    } catch (IOException e) {
      throw new DataException("cannot read %s: %s".formatted(archive, e.getMessage()), e);
    }
    if (!contents.keySet().containsAll(set.fileNames())) {
      throw new DataException(
          "%s holds only %s of %s".formatted(archive, contents.keySet(), set.fileNames()));
    }
    return contents;
  }
}
