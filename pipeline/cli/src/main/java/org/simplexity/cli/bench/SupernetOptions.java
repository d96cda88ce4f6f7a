package org.simplexity.cli.bench;

import java.util.List;
import org.simplexity.cli.InputShape;
import org.simplexity.kernel.Shape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.OperationSets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that describe a supernet. */
final class SupernetOptions {
  private static final int STEM_MULTIPLIER = CellSpaceSettings.defaults().stemMultiplier();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--operations",
      split = ",",
      defaultValue = OperationSets.DARTS,
      paramLabel = "NAME",
      description = "candidate operations, or a set of them: darts, nas-bench-201 (default: darts)")
  @SuppressWarnings("NullAway.Init")
  private List<String> operations;

  @Option(
      names = "--channels",
      defaultValue = "16",
      paramLabel = "N",
      description = "channels of the first cell (default: 16)")
  private int channels;

  @Option(
      names = "--cells",
      defaultValue = "3",
      paramLabel = "N",
      description = "cells (default: 3)")
  private int cells;

  @Option(
      names = "--nodes",
      defaultValue = "4",
      paramLabel = "N",
      description = "intermediate nodes of a cell (default: 4)")
  private int nodes;

  @Option(
      names = "--classes",
      defaultValue = "10",
      paramLabel = "N",
      description = "classes (default: 10)")
  private int classes;

  @Option(
      names = "--input",
      defaultValue = "1x28x28",
      paramLabel = "CxHxW",
      converter = InputShape.class,
      description = "shape of one image (default: 1x28x28)")
  @SuppressWarnings("NullAway.Init")
  private Shape input;

  /**
   * The space that is described.
   *
   * @throws ParameterException if an option is out of bounds or an operation is not known
   */
  CellSpace space() {
    CommandLine command = spec.commandLine();
    Ranges.check(command, "--channels", channels, 1, 4096);
    Ranges.check(command, "--cells", cells, 1, 100);
    Ranges.check(command, "--nodes", nodes, 1, 20);
    Ranges.check(command, "--classes", classes, 2, 100_000);
    try {
      return new CellSpace(
          new CellSpaceSettings(cells, nodes, channels, operations, STEM_MULTIPLIER, 1),
          input,
          classes);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "--" + e.getMessage(), e); // "operations …"
    }
  }
}
