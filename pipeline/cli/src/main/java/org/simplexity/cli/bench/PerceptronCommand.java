package org.simplexity.cli.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.simplexity.cli.InputShape;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;
import org.simplexity.method.WeightStep;
import org.simplexity.method.weights.FamilyModel;
import org.simplexity.method.weights.FamilySettings;
import org.simplexity.method.weights.FamilyStep;
import org.simplexity.space.PlainNetworks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the weight step of a perceptron with one hidden layer of rectified units: loss, ∂w, Adam at
 * PyTorch's defaults. With {@code --model} the weights are fitted as one of the models of the
 * document on hypernetworks and pruning, with its settings: λ and draw, loss, penalty, gradients,
 * clipping by value, Adam. Handing the batch to the plan is part of a step.
 */
@Command(
    name = "perceptron",
    description = "Times the weight step of a two-layer perceptron",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class PerceptronCommand implements Callable<Integer> {
  private static final Seed SEED = new Seed(0);
  private static final String NO_MODEL = "none";
  private static final int IMAGES = 60_000;
  private static final OptimiserSettings ADAM =
      new OptimiserSettings(
          OptimiserKind.ADAM, 1e-3, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant());

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private TimingOptions timing;

  @Option(
      names = "--input",
      defaultValue = "1x28x28",
      paramLabel = "CxHxW",
      converter = InputShape.class,
      description = "shape of one image (default: 1x28x28)")
  @SuppressWarnings("NullAway.Init")
  private Shape input;

  @Option(
      names = "--hidden",
      defaultValue = "50",
      paramLabel = "N",
      description = "hidden units (default: 50)")
  private int hidden;

  @Option(
      names = "--classes",
      defaultValue = "10",
      paramLabel = "N",
      description = "classes (default: 10)")
  private int classes;

  @Option(
      names = "--batch",
      defaultValue = "256",
      paramLabel = "N",
      description = "images a step (default: 256)")
  private int batch;

  @Option(
      names = "--warmup",
      defaultValue = "2000",
      paramLabel = "N",
      description = "steps before those that count (default: 2000)")
  private int warmUp;

  @Option(
      names = "--steps",
      defaultValue = "2000",
      paramLabel = "N",
      description = "steps that count (default: 2000)")
  private int steps;

  @Option(
      names = "--model",
      defaultValue = NO_MODEL,
      paramLabel = "MODEL",
      description =
          "fits the weights as base, rep or var, or from a hypernetwork as one of these with"
              + " _linear or _piecewise at its end; none: plain weights (default: none)")
  @SuppressWarnings("NullAway.Init")
  private String model;

  @Override
  public Integer call() {
    Repetitions repetitions = timing.repetitions(warmUp, steps);
    Network network = network();
    Optional<FamilySettings> fitted = fitted();
    PlanSettings settings = timing.plan(network, batch);
    long start = System.nanoTime();
    try (Plan plan = Plan.compile(network, settings)) {
      double compileMs = (System.nanoTime() - start) / 1e6;
      timing.print(
          new Measurement()
              .timed("weight_step", repetitions.time(step(plan, fitted)))
              .network(network, settings)
              .fitted(fitted.map(family -> family.parameters(network)))
              .conditions(settings, repetitions, compileMs));
    }
    return 0;
  }

  private Network network() {
    CommandLine command = spec.commandLine();
    Ranges.check(command, "--hidden", hidden, 1, 1 << 16);
    Ranges.check(command, "--classes", classes, 2, 100_000);
    return PlainNetworks.perceptron(input, hidden, classes);
  }

  private Optional<FamilySettings> fitted() {
    if (model.equals(NO_MODEL)) {
      return Optional.empty();
    }
    return Arrays.stream(FamilyModel.values())
        .filter(known -> known.toString().equals(model))
        .map(known -> FamilySettings.defaults().withModel(known))
        .findFirst()
        .or(() -> refuse());
  }

  private Optional<FamilySettings> refuse() {
    String known =
        Arrays.stream(FamilyModel.values())
            .map(FamilyModel::toString)
            .collect(Collectors.joining(", "));
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "--model %s is no model; expected %s or one of %s".formatted(model, NO_MODEL, known));
  }

  private Runnable step(Plan plan, Optional<FamilySettings> fitted) {
    Network network = plan.network();
    double[] first = network.initialParameters(SEED.child("weights").generator());
    RandomBatch train = new RandomBatch(network, batch, SEED.child("train").generator());
    if (fitted.isPresent()) {
      FamilyStep family = new FamilyStep(plan, fitted.get(), 1, IMAGES, first, SEED.child("noise"));
      int[] steps = {0};
      return () -> {
        train.load(plan);
        family.take(1, steps[0]++);
      };
    }
    plan.parameters().copyFrom(first);
    WeightStep weights = new WeightStep(plan, ADAM, 1);
    return () -> {
      train.load(plan);
      weights.take(1, 0);
    };
  }
}
