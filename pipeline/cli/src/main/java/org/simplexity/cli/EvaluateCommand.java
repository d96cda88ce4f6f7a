package org.simplexity.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.ImageSet;
import org.simplexity.exchange.Answers;
import org.simplexity.exchange.Evaluator;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.LogOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how well a network from a file does on images. */
@Command(
    name = "evaluate",
    description = "Tells the accuracy and loss of a network from a file on labelled images.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "A zip may be any ComputationGraph or MultiLayerNetwork of supported layers; it is converted and runs",
      "in our own engine. An ONNX model runs in ONNX Runtime. Weights (.npz) need --genotype, and an",
      "experiment file as --data, whose section space tells the rest of the network.",
      "",
      "For example:",
      "  ./simplexity evaluate network.zip --data experiments/quickstart.yaml",
      "  ./simplexity evaluate network.onnx --data fashion-mnist --from DIR --pixels unit --json",
      "  ./simplexity evaluate weights.npz --genotype genotype.json --data experiments/quickstart.yaml"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int BATCH = 100;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "NETWORK",
      description = "a zip of DL4J, an ONNX model (.onnx), or weights (.npz)")
  @SuppressWarnings("NullAway.Init")
  private Path network;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATA",
      description =
          "an experiment file (.yaml: its data and seed), an images.bin of a run, or a data set such as"
              + " digits or cifar10")
  @SuppressWarnings("NullAway.Init")
  private String data;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "folder with the files of a data set, instead of a download")
  private @Nullable String from;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "replaces a value of the experiment file; repeatable")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Split split = Split.test;

  @Option(
      names = "--pixels",
      paramLabel = "KIND",
      description =
          "what the network reads: ${COMPLETION-CANDIDATES}, that is by mean and deviation of the train"
              + " split, 0..1 or 0..255 (default: ${DEFAULT-VALUE})")
  private Pixels pixels = Pixels.normalised;

  @Option(
      names = "--genotype",
      paramLabel = "FILE",
      description = "the structure that weights (.npz) belong to")
  private @Nullable Path genotype;

  @Option(names = "--json", description = "prints one JSON object, for programs")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public Integer call() throws IOException {
    LogOutput.toStandardError(false);
    NetworkFile file = new NetworkFile(network, genotype);
    LabelledData labelled = LabelledData.of(data, from, overrides);
    ImageSet set = split.of(labelled.images());
    try (Evaluator evaluator = file.open(labelled)) {
      Answers answers =
          Answers.of(evaluator, set, pixels.statistics(labelled.images().statistics()), BATCH);
      print(file, answers);
    }
    return ExitCode.DONE.code();
  }

  private void print(NetworkFile file, Answers answers) {
    PrintWriter output = spec.commandLine().getOut();
    output.println(json ? object(file, answers) : text(file, answers));
    output.flush();
  }

  private String text(NetworkFile file, Answers answers) {
    return String.format(
        Locale.ROOT,
        "%s: %s%naccuracy  %.4f%nloss      %.4f%nimages    %d (%s split)",
        network,
        file.kind(),
        answers.accuracy(),
        answers.loss(),
        answers.images(),
        split);
  }

  private String object(NetworkFile file, Answers answers) {
    ObjectNode object = new ObjectMapper().createObjectNode();
    object.put("network", network.toString()).put("format", file.kind());
    object.put("data", data).put("split", split.name());
    object.put("accuracy", answers.accuracy()).put("loss", answers.loss());
    return object.put("images", answers.images()).toString();
  }
}
