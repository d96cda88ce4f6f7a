package org.simplexity.tracking;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.mlflow.api.proto.Service.Run;

/**
 * A tracker on an MLflow server (MLflow documentation, "REST API", version 2.0).
 *
 * <p>Uses the messages of MLflow's Java client, but requests of its own: that client waits for
 * ever, does not try again when a connection breaks, and starts a Python program for each artifact.
 */
public final class MlflowTracker implements Tracker {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+.*", Pattern.DOTALL);
  private final Address address;
  private final TrackerSettings settings;
  private final MlflowApi api;
  private final Patience patience;
  private final Disk disk;
  private final Delivery delivery;
  private final Experiments experiments;
  private final RunArtifacts artifacts;
  private final ModelRegistry models;
  private final Queue<JournalledRun> open = new ConcurrentLinkedQueue<>();

  private MlflowTracker(Address address, TrackerSettings settings, Http http, Disk disk) {
    this.disk = disk;
    this.address = address;
    this.settings = settings;
    this.api = new MlflowApi(http, address);
    this.patience = new Patience(address, settings.timeouts().outage());
    ArtifactStore store = new ArtifactStore(http, address);
    this.delivery = new Delivery(api, store, settings.batching());
    this.experiments = new Experiments(api);
    this.artifacts = new RunArtifacts(api, store, disk);
    this.models = new ModelRegistry(api, patience);
  }

  /**
   * Connects to a server that is there. Credentials come from {@code MLFLOW_TRACKING_TOKEN}, or
   * {@code MLFLOW_TRACKING_USERNAME} and {@code MLFLOW_TRACKING_PASSWORD}, or the address.
   *
   * @param server address such as {@code http://127.0.0.1:5001}
   * @param settings times, batches, journal folder
   * @throws TrackingException if no MLflow server answers there within {@link Timeouts#connect()}
   * @throws IllegalArgumentException if the address is not http or https
   */
  public static MlflowTracker connect(URI server, TrackerSettings settings) {
    return connect(server, settings, Disk.REAL);
  }

  /** The same on a disk that a test may fill. */
  static MlflowTracker connect(URI server, TrackerSettings settings, Disk disk) {
    Address address = Address.of(server);
    Http http = new Http(Credentials.of(server, System.getenv()), settings.timeouts());
    MlflowTracker tracker = new MlflowTracker(address, settings, http, disk);
    new Patience(address, settings.timeouts().connect())
        .ask("reach the MLflow server", tracker::requireMlflow);
    return tracker;
  }

  private String requireMlflow() throws IOException {
    String version;
    try {
      version = api.version();
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        throw notMlflow();
      }
      throw refusal;
    }
    if (!VERSION.matcher(version).matches()) {
      throw notMlflow();
    }
    return version;
  }

  private TrackingException notMlflow() {
    return new TrackingException(
        "something other than an MLflow server answers at "
            + address.base()
            + "; start one on another port with ./simplexity mlflow up --port N, or name another"
            + " address with --tracking-uri",
        null);
  }

  @Override
  public TrackedRun start(RunRequest request) {
    NewRun made = new NewRun(api, experiments, request);
    Run run = patience.ask("make run \"" + request.name() + "\"", made::make);
    TrackedRun tracked = track(run);
    Map<String, String> cut = new LinkedHashMap<>(request.tags());
    cut.values().removeIf(value -> !LongValues.TAGS.isLong(value));
    if (!cut.isEmpty()) {
      tracked.tags(cut);
    }
    return tracked;
  }

  @Override
  public TrackedRun attach(String runId) {
    Run run = active(runId);
    close(runId, RunStatus.RUNNING);
    return track(run);
  }

  @Override
  public TrackedRun annotate(String runId) {
    return track(active(runId));
  }

  private Run active(String runId) {
    Run run = run(runId);
    if (!run.getInfo().getLifecycleStage().equals("active")) {
      throw new TrackingException("run " + runId + " was deleted in the tracker", null);
    }
    return run;
  }

  private TrackedRun track(Run run) {
    String id = run.getInfo().getRunId();
    Entry.Head head = new Entry.Head(id, address.base(), run.getInfo().getArtifactUri());
    Journal journal = Journal.create(settings.journal(), head, disk);
    Sender sender = new Sender(journal, head, delivery, patience, settings.batching());
    URI page = address.page(run.getInfo().getExperimentId(), id);
    JournalledRun tracked =
        new JournalledRun(
            run, page, settings.timeouts(), journal, sender, status -> close(id, status));
    sender.start();
    open.removeIf(JournalledRun::isClosed);
    open.add(tracked);
    return tracked;
  }

  @Override
  public List<String> experiments() {
    return patience.ask("list experiments", experiments::names);
  }

  @Override
  public List<RunSummary> find(String experiment, Map<String, String> tags) {
    RunSearch search = new RunSearch(Map.copyOf(tags), RunSearch.PAGE);
    return patience.ask(
        "find runs of experiment \"" + experiment + "\"",
        () -> {
          var id = experiments.find(experiment);
          return id.isEmpty() ? List.<RunSummary>of() : search.in(id.get(), api);
        });
  }

  @Override
  public RunSummary get(String runId) {
    return Runs.summary(run(runId));
  }

  @Override
  public List<DatasetInput> datasets(String runId) {
    return Runs.datasets(run(runId));
  }

  private Run run(String runId) {
    return patience.ask("read run " + runId, () -> api.run(runId));
  }

  @Override
  public List<MetricPoint> history(String runId, String key) {
    MetricHistory points = new MetricHistory(runId, key, MetricHistory.PAGE);
    return patience.ask("read metric " + key + " of run " + runId, () -> points.read(api));
  }

  @Override
  public List<ArtifactEntry> artifacts(String runId, String path) {
    return patience.ask("list artifacts of run " + runId, () -> artifacts.list(runId, path));
  }

  @Override
  public void download(String runId, String path, Path target) {
    patience.order(
        "fetch artifact " + path + " of run " + runId,
        () -> artifacts.download(runId, path, target));
  }

  @Override
  public void close(String runId, RunStatus status) {
    long now = System.currentTimeMillis();
    patience.order(
        "set run " + runId + " to " + status,
        () -> api.update(Delivery.update(runId, status, now)));
  }

  @Override
  public Models models() {
    return models;
  }

  @Override
  public synchronized List<String> replay() {
    try {
      return new Replay(address, delivery, patience).all(settings.journal());
    } catch (IOException e) {
      throw Disk.failure("read the journals in", settings.journal(), e);
    }
  }

  @Override
  public void close() {
    open.forEach(JournalledRun::close);
    open.clear();
  }
}
