package org.simplexity.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.cli.Word;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.BilevelStep;
import org.simplexity.method.OuterGradientKind;
import org.simplexity.method.OuterGradientSettings;
import org.simplexity.method.RelaxationKind;
import org.simplexity.method.RelaxationSettings;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.StepBatches;
import org.simplexity.method.StructureStep;
import org.simplexity.method.WeightStep;
import org.simplexity.space.CellSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times the two steps of a search: the weight step (loss, ∂w, clipping, SGD with momentum) and the
 * bilevel step (loss on another batch, ∂γ, softmax, Adam; then the weight step), with the
 * optimisers of DARTS (Liu et al. 2019, §A.1.1). Handing the batch to the plan is part of a step.
 * On request also a bilevel step whose gradient crosses the training of the weights, and the draw
 * of γ alone.
 */
@Command(
    name = "step",
    description = "Times the weight step and the bilevel step of a supernet",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n")
final class StepCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SupernetOptions supernet;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private TimingOptions timing;

  @Option(
      names = "--batch",
      defaultValue = "64",
      paramLabel = "N",
      description = "images a step (default: 64)")
  private int batch;

  @Option(
      names = "--warmup",
      defaultValue = "5",
      paramLabel = "N",
      description = "steps before those that count (default: 5)")
  private int warmUp;

  @Option(
      names = "--steps",
      defaultValue = "10",
      paramLabel = "N",
      description = "steps that count (default: 10)")
  private int steps;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "seed of weights, structure and images (default: 0)")
  private long number;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      converter = RelaxationWord.class,
      description = "distribution of the structure, whose draw is timed too (default: softmax)")
  private @Nullable RelaxationKind distribution;

  @Option(
      names = "--outer",
      paramLabel = "NAME",
      converter = OuterGradientWord.class,
      description = "times a bilevel step with this gradient too, such as unrolled")
  private @Nullable OuterGradientKind outer;

  @Option(
      names = "--export",
      paramLabel = "FILE.npz",
      description = "first writes weights, batch, logits and gradients, to compare with others")
  private @Nullable Path export;

  @Override
  public Integer call() throws IOException {
    CellSpace space = supernet.space();
    Repetitions repetitions = timing.repetitions(warmUp, steps);
    Network network = space.supernet();
    PlanSettings settings = timing.plan(network, batch);
    long start = System.nanoTime();
    try (Plan plan = Plan.compile(network, settings)) {
      double compileMs = (System.nanoTime() - start) / 1e6;
      Measurement measurement = measure(plan, space, repetitions);
      timing.print(
          measurement.network(network, settings).conditions(settings, repetitions, compileMs));
    }
    return 0;
  }

  private Measurement measure(Plan plan, CellSpace space, Repetitions repetitions)
      throws IOException {
    Network network = plan.network();
    Seed seed = new Seed(number);
    plan.parameters().copyFrom(network.initialParameters(seed.child("weights").generator()));
    plan.statistics().copyFrom(network.initialStatistics());
    RandomBatch train = new RandomBatch(network, batch, seed.child("train").generator());
    RandomBatch validation = new RandomBatch(network, batch, seed.child("validation").generator());
    SearchSettings settings = settings();
    WeightStep weights = new WeightStep(plan, settings.weights(), settings.epochs());
    StructureStep structure =
        new StructureStep(plan, space.structure(), settings, seed.child("structure"));
    if (export != null) {
      StepExport.write(export, plan, train);
    }
    Runnable weightStep =
        () -> {
          train.load(plan);
          weights.take(1, 0);
        };
    Runnable bilevelStep =
        () -> {
          validation.load(plan);
          structure.take(1, 0);
          weightStep.run();
        };
    Measurement measurement =
        new Measurement()
            .timed("weight_step", repetitions.time(weightStep))
            .timed("bilevel_step", repetitions.time(bilevelStep));
    if (distribution != null) {
      measurement = measurement.timed("draw", repetitions.time(() -> structure.draw(1, 0)));
    }
    if (outer != null) {
      BilevelStep across = new BilevelStep(plan, structure, settings);
      Batches batches = new Batches(plan, train, validation);
      double rate = settings.weights().learningRate();
      Runnable outerStep =
          () -> {
            across.take(1, 0, batches, rate);
            structure.draw(1, 0);
            weightStep.run();
          };
      measurement = measurement.timed("outer_step", repetitions.time(outerStep));
    }
    return measurement;
  }

  private SearchSettings settings() {
    SearchSettings base = SearchSettings.defaults();
    RelaxationSettings relaxation = base.relaxation();
    OuterGradientSettings gradient = base.outer();
    return base.withStructure(
            distribution == null ? relaxation : relaxation.withDistribution(distribution),
            base.prior())
        .withOuter(outer == null ? gradient : gradient.withGradient(outer), base.precision());
  }

  private static final class RelaxationWord extends Word<RelaxationKind> {
    RelaxationWord() {
      super(RelaxationKind.class);
    }
  }

  private static final class OuterGradientWord extends Word<OuterGradientKind> {
    OuterGradientWord() {
      super(OuterGradientKind.class);
    }
  }

  private record Batches(Plan plan, RandomBatch train, RandomBatch validation)
      implements StepBatches {
    @Override
    public void loadTrain() {
      train.load(plan);
    }

    @Override
    public void loadValidation() {
      validation.load(plan);
    }
  }
}
