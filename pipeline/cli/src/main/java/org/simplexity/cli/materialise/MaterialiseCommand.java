package org.simplexity.cli.materialise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.cli.Distribution;
import org.simplexity.cli.TrackingServer;
import org.simplexity.exchange.file.NetworkFiles;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import org.simplexity.method.weights.FamilyCard;
import org.simplexity.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the weights of a family at one λ as a plain network. */
@Command(
    name = "materialise",
    description =
        "Writes the weights of a family at one lambda as a plain network; nothing is trained.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Written are network.onnx, network.zip (DL4J) and weights.npz (NumPy). Of distributed weights the",
      "means are taken. Lambda may lie outside the range of the fitting: a warning says so.",
      "",
      "For example:",
      "  ./simplexity materialise 1f0c2d3e4b5a69788796a5b4c3d2e1f0 --lambda 0.5 --out network",
      "  ./simplexity materialise work/family --lambda 10 --out network --json"
    })
public final class MaterialiseCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FAMILY",
      description =
          "id of a run of the stage hypernet, or a folder with its family.json and weights.npz")
  @SuppressWarnings("NullAway.Init")
  private String family;

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description = "complexity; needed for a hypernetwork, a model of one lambda has its own")
  private @Nullable Double lambda;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the files; made if missing, files of the same names are replaced")
  @SuppressWarnings("NullAway.Init")
  private Path out;

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
    if (lambda != null && !(lambda > 0 && Double.isFinite(lambda))) {
      throw bad("--lambda: %s must be positive and finite".formatted(lambda));
    }
    StoredFamily stored = stored();
    double chosen = chosen(stored.card());
    List<Path> files = write(stored, chosen);
    PrintWriter output = spec.commandLine().getOut();
    output.println(json ? object(stored.card(), chosen, files) : text(stored, chosen, files));
    output.flush();
    return ExitCode.DONE.code();
  }

  private StoredFamily stored() throws IOException, InterruptedException {
    Path folder = Path.of(family);
    if (Files.isDirectory(folder)) {
      return StoredFamily.in(folder);
    }
    if (!family.matches("[0-9a-f]{32}")) {
      throw bad("'%s' is neither a folder nor the id of a run".formatted(family));
    }
    Path fetched = Files.createTempDirectory("family");
    try (Tracker tracker = tracker()) {
      return StoredFamily.of(tracker, family, fetched);
    } finally {
      delete(fetched);
    }
  }

  private Tracker tracker() throws IOException, InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    URI server = new TrackingServer(System.getenv(), errors).address(trackingUri);
    return Connection.open(server, Distribution.here(System.getenv()).work());
  }

  private double chosen(FamilyCard card) {
    if (!card.model().isHypernetwork()) {
      if (lambda != null && lambda != card.lambda()) {
        throw bad(
            "--lambda: %s was fitted at lambda %s alone, and has no weights at %s; leave --lambda"
                    .formatted(card.model(), card.lambda(), lambda)
                + " out, or take a hypernetwork");
      }
      return card.lambda();
    }
    if (lambda == null) {
      throw bad(
          "--lambda is missing: %s was fitted for lambda from %s to %s"
              .formatted(card.model(), card.range().from(), card.range().to()));
    }
    if (!card.range().contains(lambda)) {
      PrintWriter errors = spec.commandLine().getErr();
      errors.printf(
          Locale.ROOT,
          "simplexity: warning: lambda %s lies outside %s to %s, for which %s was fitted: its weights"
              + " there are extrapolated%n",
          lambda,
          card.range().from(),
          card.range().to(),
          card.model());
      errors.flush();
    }
    return lambda;
  }

  /** Writes beside the folder first, so that no half-written file is ever in it. */
  private List<Path> write(StoredFamily stored, double chosen) throws IOException {
    Files.createDirectories(out);
    Path draft = Files.createTempDirectory(out, ".draft");
    try {
      List<Path> files = new ArrayList<>();
      for (Path file : NetworkFiles.write(stored.at(chosen), stored.modelCard(), draft)) {
        Path target = out.resolve(file.getFileName());
        files.add(Files.move(file, target, StandardCopyOption.REPLACE_EXISTING));
      }
      return files;
    } finally {
      delete(draft);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String text(StoredFamily stored, double chosen, List<Path> files)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s at lambda %s: %d weights",
            stored.card().model(),
            chosen,
            stored.family().network().parameterCount()));
    for (Path file : files) {
      text.append(String.format(Locale.ROOT, "%n%9d bytes  %s", Files.size(file), file));
    }
    return text.toString();
  }

  private static String object(FamilyCard card, double chosen, List<Path> files) {
    ObjectNode object = new ObjectMapper().createObjectNode();
    object.put("model", card.model().toString()).put("lambda", chosen);
    object.put("in_range", !card.model().isHypernetwork() || card.range().contains(chosen));
    ArrayNode names = object.putArray("files");
    files.forEach(file -> names.add(file.toString()));
    return object.toString();
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
