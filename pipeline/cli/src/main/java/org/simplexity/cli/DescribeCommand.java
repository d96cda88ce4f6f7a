package org.simplexity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.kernel.Shape;
import org.simplexity.space.DiscreteStructure;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeText;
import org.simplexity.space.NasBench201Genotype;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells how large a network is, without training it. */
@Command(
    name = "describe",
    description =
        "Counts the parameters and multiply-adds of a network, cell by cell and in all; trains nothing.",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Multiply-adds are those of convolutions and linear layers for one image. The auxiliary head, which",
      "only training has, is in neither number; its parameters are told apart where there is room for it.",
      "",
      "A genotype is a file or a text: our genotype.json, DARTS's Genotype(normal=[…], …), or a string of",
      "NAS-Bench-201, |op~0|+|op~0|op~1|+…. Networks of DARTS have by default the sizes of the paper: 36",
      "channels and 20 cells, a supernet 16 channels, 8 cells and 4 nodes; those of NAS-Bench-201 have 16",
      "channels and 5 cells in each of the three stages.",
      "",
      "For example:",
      "  ./simplexity describe --genotype genotype.json --channels 16 --cells 3 --input 1x8x8",
      "  ./simplexity describe --supernet --operations darts --channels 16 --cells 8 --out cell.svg",
      "  ./simplexity describe --genotype '|nor_conv_3x3~0|+|none~0|skip_connect~1|' --cells 5 --json"
    })
final class DescribeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--genotype",
      paramLabel = "FILE|TEXT",
      description = "describes the discrete network of this genotype")
  private @Nullable String genotype;

  @Option(
      names = "--supernet",
      description = "describes the network that carries all operations on every edge")
  private boolean supernet;

  @Option(
      names = "--operations",
      paramLabel = "SET|LIST",
      split = ",",
      hideParamSyntax = true,
      description =
          "of a supernet: darts, nas-bench-201, or names with commas (default: the skeleton's)")
  private List<String> operations = new ArrayList<>();

  @Option(
      names = "--skeleton",
      paramLabel = "NAME",
      converter = Skeleton.Converter.class,
      description =
          "how cells are joined: darts or nas-bench-201 (default: that of the genotype's notation; darts for"
              + " a supernet, whatever its operations)")
  private @Nullable Skeleton skeleton;

  @Option(
      names = "--channels",
      paramLabel = "C",
      description =
          "channels of the first cell's nodes (default: 36; 16 for a supernet or NAS-Bench-201)")
  private @Nullable Integer channels;

  @Option(
      names = "--cells",
      paramLabel = "N",
      description =
          "cells in all (default: 20, supernet 8); of NAS-Bench-201, in each stage (default: 5)")
  private @Nullable Integer cells;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description =
          "of a supernet: intermediate nodes of a cell, of NAS-Bench-201 with the input (default: 4)")
  private @Nullable Integer nodes;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "classes (default: ${DEFAULT-VALUE})")
  private int classes = 10;

  @Option(
      names = "--input",
      paramLabel = "CxHxW",
      converter = InputShape.class,
      description = "shape of one image (default: ${DEFAULT-VALUE})")
  private Shape input = new Shape(3, 32, 32);

  @Option(
      names = "--stem-multiplier",
      paramLabel = "N",
      description = "DARTS's stem has N times the channels of the first cell (default: 3)")
  private @Nullable Integer stemMultiplier;

  @Option(
      names = "--auxiliary",
      description =
          "fails where there is no room for DARTS's auxiliary head, instead of leaving it out")
  private boolean auxiliary;

  @Option(names = "--json", description = "prints one JSON object, for programs")
  private boolean json;

  @Option(names = "--out", paramLabel = "FILE.svg", description = "draws the cells too")
  private @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public Integer call() throws IOException {
    Description description = description();
    if (out != null) {
      draw(description, out);
    }
    PrintWriter output = spec.commandLine().getOut();
    output.println(
        json ? DescriptionText.json(description.size()) : DescriptionText.table(description));
    output.flush();
    return ExitCode.DONE.code();
  }

  private Description description() throws IOException {
    if ((genotype == null) == !supernet) {
      throw bad("which network? give --genotype FILE|TEXT or --supernet, one of them");
    }
    Dimensions dimensions = new Dimensions(channels, cells, nodes, stemMultiplier, classes, input);
    try {
      return genotype == null
          ? supernet(dimensions)
          : discrete(GenotypeText.read(text(genotype)), dimensions);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the network is too large to be counted", e);
    }
  }

  private Description supernet(Dimensions dimensions) {
    if (auxiliary) {
      throw bad("--auxiliary: a supernet has no auxiliary head");
    }
    return skeleton == Skeleton.NAS_BENCH_201
        ? new NasBench201Description(dimensions).supernet(operations)
        : new DartsDescription(dimensions).supernet(operations);
  }

  private Description discrete(DiscreteStructure structure, Dimensions dimensions) {
    Skeleton own =
        structure instanceof NasBench201Genotype ? Skeleton.NAS_BENCH_201 : Skeleton.DARTS;
    if (skeleton != null && skeleton != own) {
      throw bad(
          "--skeleton: %s, but the genotype is one of %s".formatted(skeleton.label(), own.label()));
    }
    if (structure instanceof NasBench201Genotype cell) {
      if (auxiliary) {
        throw bad("--auxiliary: the networks of NAS-Bench-201 have no auxiliary head");
      }
      return new NasBench201Description(dimensions).discrete(cell, operations);
    }
    return new DartsDescription(dimensions).discrete((Genotype) structure, operations, auxiliary);
  }

  /** The content of the file of that name, or the words themselves if they can be a genotype. */
  private String text(String words) throws IOException {
    boolean notation = words.contains("(") || words.contains("|") || words.contains("{");
    if (notation && !words.endsWith(".json")) {
      return words;
    }
    Path file = Path.of(words);
    if (!Files.isRegularFile(file)) {
      throw bad("--genotype: there is no file " + file + ", and it is no genotype either");
    }
    return Files.readString(file);
  }

  private void draw(Description description, Path file) throws IOException {
    if (!file.toString().endsWith(".svg")) {
      throw bad("--out: " + file + " does not end with .svg");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, description.drawing().get().text());
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
