package org.simplexity.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/**
 * Artifacts of runs, sent and fetched through the tracking server.
 *
 * <p>The Java client of MLflow starts a Python program for each artifact; this goes to the server's
 * artifact proxy (MLflow documentation, "Artifact Stores: proxied access") itself. Other stores
 * (plain folders, S3) would need their own clients here and are refused by name.
 */
final class ArtifactStore {
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts";
  private static final String SCHEME = "mlflow-artifacts";
  private final Http http;
  private final Address address;

  ArtifactStore(Http http, Address address) {
    this.http = http;
    this.address = address;
  }

  /** Uploads a file; an artifact that is there already is replaced. */
  void put(String root, String path, Path file, String contentType) throws IOException {
    http.put(uri(root, path), file, contentType);
  }

  /** Fetches an artifact into a new file and returns its size. */
  long fetch(String root, String path, Path target, Disk disk) throws IOException {
    try (InputStream body = http.open(uri(root, path))) {
      return FileCopy.of(body, target, disk);
    }
  }

  private URI uri(String root, String path) {
    return address.path(PROXY + requireProxied(root) + "/" + path);
  }

  /** Path of a run's artifacts below the proxy. */
  private String requireProxied(String root) {
    URI uri = URI.create(root.replace(" ", "%20"));
    if (!SCHEME.equals(uri.getScheme())) {
      throw new TrackingException(
          "the run's artifacts lie at "
              + root
              + ", which the server "
              + address.base()
              + " does not serve; start it with ./simplexity mlflow up, or with"
              + " mlflow server --serve-artifacts --artifacts-destination FOLDER, and use an"
              + " experiment made by that server",
          null);
    }
    return uri.getPath().replaceAll("/+$", "");
  }
}
