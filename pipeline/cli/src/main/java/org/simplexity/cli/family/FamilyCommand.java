package org.simplexity.cli.family;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simplexity.cli.Distribution;
import org.simplexity.cli.TrackingServer;
import org.simplexity.data.Seed;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.ModelCard;
import org.simplexity.exchange.file.NetworkFiles;
import org.simplexity.exchange.numpy.NumpyWeights;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Score;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.CostMeasurement;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.method.family.HardBudget;
import org.simplexity.method.family.InheritedNetwork;
import org.simplexity.method.family.InheritedScores;
import org.simplexity.method.family.OperationCosts;
import org.simplexity.method.family.StructureFamily;
import org.simplexity.report.drawing.GenotypeFiles;
import org.simplexity.space.Genotype;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the network of a family of structures at a complexity, or the best within a budget. */
@Command(
    name = "family",
    description =
        "Gives the network of a family of structures at one complexity, or the best within a budget;"
            + " nothing is trained.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Told are the structure, its accuracy with the weights of the search, and its costs, predicted and",
      "of the whole network. With --out also written: genotype.json, the drawings of its cells,",
      "network.onnx, network.zip (DL4J) and weights.npz (NumPy).",
      "",
      "Kinds of cost: parameters, multiply_adds, activations (bytes), latency (ms), energy (mJ). Within a",
      "budget the structure of the best accuracy is taken, among those that the run has scored.",
      "",
      "For example:",
      "  ./simplexity family 1f0c2d3e4b5a69788796a5b4c3d2e1f0 --at 0.15,0.15,0.70 --out network",
      "  ./simplexity family 1f0c2d3e4b5a69788796a5b4c3d2e1f0 --budget parameters=50000 --json"
    })
public final class FamilyCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "id of a run of the stage family, or of an experiment with one such run")
  @SuppressWarnings("NullAway.Init")
  private String run;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Wanted wanted;

  /** What is asked for: exactly one of the two. */
  static final class Wanted {
    @Option(
        names = "--at",
        converter = Complexity.Converter.class,
        paramLabel = "S",
        description = "prices of the operations, which sum to 1; or the one number lambda")
    private @Nullable Complexity at;

    @Option(
        names = "--budget",
        paramLabel = "KIND=LIMIT",
        converter = Budget.Converter.class,
        description = "the most that the network may cost; a bare number is one of parameters")
    private @Nullable Budget budget;
  }

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the files; made if missing, files of the same names are replaced")
  private @Nullable Path out;

  @Option(
      names = "--tracking-uri",
      paramLabel = "URL",
      description = "tracking server, instead of MLFLOW_TRACKING_URI or the local one")
  private @Nullable URI trackingUri;

  @Option(names = "--json", description = "prints one JSON object, for programs")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LogOutput.toStandardError(false);
    if (!run.matches("[0-9a-f]{32}")) {
      throw new ParameterException(
          spec.commandLine(), "'%s' is not the id of a run".formatted(run));
    }
    StoredStructures stored = stored();
    List<Double> condition = condition(stored);
    Genotype genotype =
        stored
            .family()
            .genotype(
                condition.stream().mapToDouble(Double::doubleValue).toArray(),
                stored.settings().derivation());
    LabelledImages images = InheritedScores.limited(stored.images(), stored.settings().scored());
    InheritedNetwork network = inherited(stored, images, genotype);
    Member member = member(stored, condition, genotype, network, images);
    List<Path> files = out == null ? List.of() : write(out, stored, genotype, network);
    PrintWriter output = spec.commandLine().getOut();
    output.println(json ? member.json(files) : member.text(files));
    output.flush();
    return ExitCode.DONE.code();
  }

  private StoredStructures stored() throws IOException, InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    URI server = new TrackingServer(System.getenv(), errors).address(trackingUri);
    Path fetched = Files.createTempDirectory("family");
    try (Tracker tracker = Connection.open(server, Distribution.here(System.getenv()).work())) {
      return StoredStructures.of(tracker, run, fetched);
    } finally {
      delete(fetched);
    }
  }

  private List<Double> condition(StoredStructures stored) {
    try {
      if (wanted.at != null) {
        List<Double> at = wanted.at.numbers();
        stored.family().control().prices(at.stream().mapToDouble(Double::doubleValue).toArray());
        return at;
      }
      return best(stored);
    } catch (IllegalArgumentException e) {
      String operations = String.join(", ", stored.space().structure().operations());
      throw new ParameterException(
          spec.commandLine(),
          "%s: %s; the operations are %s"
              .formatted(wanted.at == null ? "--budget" : "--at", e.getMessage(), operations),
          e);
    }
  }

  /** The best that the run has scored within the budget. */
  private List<Double> best(StoredStructures stored) {
    Budget budget = Objects.requireNonNull(wanted.budget);
    OperationCosts costs = stored.searched().costs().costs().get(budget.kind());
    if (costs == null) {
      throw new IllegalArgumentException(
          "the run has no costs of kind %s; it has %s"
              .formatted(budget.kind(), stored.searched().costs().costs().keySet()));
    }
    StructureFamily family = stored.family();
    Map<Genotype, Score> scores = new LinkedHashMap<>();
    List<List<Double>> conditions = new ArrayList<>();
    Stream.concat(stored.searched().members().stream(), stored.searched().points().stream())
        .forEach(
            member -> {
              scores.put(member.genotype(), member.score());
              conditions.add(member.condition());
            });
    return new HardBudget(budget.limit(), costs, stored.settings().derivation())
        .best(family, conditions, genotype -> scores.getOrDefault(genotype, new Score(0, 0)))
        .condition();
  }

  private static InheritedNetwork inherited(
      StoredStructures stored, LabelledImages images, Genotype genotype) {
    Conditions conditions =
        new Conditions(
            stored.experiment().runtime().threadsHere(), new Seed(stored.experiment().seed()));
    return new InheritedScores(
            stored.space(),
            images,
            stored.weights(),
            stored.settings().search().batch(),
            conditions.child("members"))
        .network(genotype);
  }

  private static Member member(
      StoredStructures stored,
      List<Double> condition,
      Genotype genotype,
      InheritedNetwork network,
      LabelledImages images) {
    Map<CostKind, Double> predicted = stored.searched().costs().of(genotype);
    CostMeasurement measurement = CostMeasurement.defaults(stored.space());
    Map<CostKind, Double> counted = new EnumMap<>(CostKind.class);
    predicted.keySet().stream()
        .filter(kind -> kind != CostKind.ENERGY || measurement.energy().isPresent())
        .forEach(kind -> counted.put(kind, measurement.of(kind, network.network())));
    return new Member(
        stored.run(),
        stored.space().structure().operations(),
        new FamilyMember(condition, genotype, predicted, network.score()),
        counted,
        images.prepared().validation().size());
  }

  /** Writes beside the folder first, so that no half-written file is ever in it. */
  private static List<Path> write(
      Path out, StoredStructures stored, Genotype genotype, InheritedNetwork network)
      throws IOException {
    Files.createDirectories(out);
    Path draft = Files.createTempDirectory(out, ".draft");
    try {
      List<Path> written = new ArrayList<>();
      for (Map.Entry<String, String> file : GenotypeFiles.of(genotype).entrySet()) {
        Path name = Path.of(file.getKey()).getFileName();
        written.add(Files.writeString(draft.resolve(name), file.getValue()));
      }
      Path weights = draft.resolve("inherited.npz");
      network.weights().write(weights);
      FinishedNetwork finished = NumpyWeights.read(network.network(), weights);
      ModelCard card =
          new ModelCard(
              stored.experiment().name(),
              stored.searched().classes(),
              stored.searched().normalisation());
      written.addAll(NetworkFiles.write(finished, card, draft));
      List<Path> files = new ArrayList<>();
      for (Path file : written) {
        Path target = out.resolve(file.getFileName());
        files.add(Files.move(file, target, StandardCopyOption.REPLACE_EXISTING));
      }
      return files;
    } finally {
      delete(draft);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
