package org.simplexity.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.ListArtifacts;

/** Lists and fetches the artifacts of runs. */
final class RunArtifacts {
  private final MlflowApi api;
  private final ArtifactStore store;
  private final Disk disk;

  RunArtifacts(MlflowApi api, ArtifactStore store, Disk disk) {
    this.api = api;
    this.store = store;
    this.disk = disk;
  }

  /** Entries directly in a folder, by path. */
  List<ArtifactEntry> list(String run, String folder) throws IOException {
    List<ArtifactEntry> entries = new ArrayList<>();
    String next = "";
    do {
      ListArtifacts.Response page = api.artifacts(run, folder, next);
      page.getFilesList()
          .forEach(
              file ->
                  entries.add(
                      new ArtifactEntry(file.getPath(), file.getIsDir(), file.getFileSize())));
      next = page.getNextPageToken();
    } while (!next.isEmpty());
    entries.sort(Comparator.comparing(ArtifactEntry::path));
    return entries;
  }

  /** Fetches a file under a temporary name, checks its size and renames it. */
  void download(String run, String path, Path target) throws IOException {
    ArtifactEntry entry = require(run, path);
    Path draft = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      String root = api.run(run).getInfo().getArtifactUri();
      long size = store.fetch(root, path, draft, disk);
      if (size != entry.bytes()) {
        throw new IOException(
            path + " has " + entry.bytes() + " bytes at the server, but " + size + " came");
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private ArtifactEntry require(String run, String path) throws IOException {
    int slash = path.lastIndexOf('/');
    List<ArtifactEntry> beside = list(run, slash < 0 ? "" : path.substring(0, slash));
    return beside.stream()
        .filter(entry -> entry.path().equals(path) && !entry.folder())
        .findFirst()
        .orElseThrow(() -> missing(run, path, beside));
  }

  private static TrackingException missing(String run, String path, List<ArtifactEntry> beside) {
    String there = beside.stream().map(ArtifactEntry::path).collect(Collectors.joining(", "));
    return new TrackingException(
        "run "
            + run
            + " has no artifact \""
            + path
            + "\"; there is "
            + (there.isEmpty() ? "nothing in its folder" : there),
        null);
  }
}
