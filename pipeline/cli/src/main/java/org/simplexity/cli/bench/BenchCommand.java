package org.simplexity.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a training step on this machine. */
@Command(
    name = "bench",
    subcommands = {StepCommand.class, PerceptronCommand.class},
    description = "Measures a training step on this machine, on random images.",
    descriptionHeading = "%n",
    commandListHeading = "%nMeasurements:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Times are medians in milliseconds. ./simplexity bench step --help tells the options of one",
      "measurement; benchmarks/ compares the same steps with PyTorch's on the same machine.",
      "",
      "For example:",
      "  ./simplexity bench step --operations darts --batch 64 --input 1x28x28 --threads 2",
      "  ./simplexity bench perceptron --json"
    })
public final class BenchCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;
}
