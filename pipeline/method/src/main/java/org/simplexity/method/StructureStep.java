package org.simplexity.method;

import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.method.bilevel.DifferenceStep;
import org.simplexity.method.bilevel.DominantEigenvalue;
import org.simplexity.method.bilevel.HessianVectorProduct;
import org.simplexity.space.StructureLayout;

/**
 * One first-order step of the structure parameters θ on the batch that a plan has loaded: a draw of
 * γ, loss, ∂γ, ∂θ = (∂γ/∂θ)ᵀ ∂γ plus the prior's gradient, update of θ (Liu et al. 2019, algorithm
 * 1 with ξ = 0, where γ = softmax(θ)).
 *
 * <p>The plan's γ is that of the structure from the start. Noise comes from the seed, the epoch and
 * the step.
 */
public final class StructureStep {
  private final Plan plan;
  private final Structure structure;
  private final StructurePrior prior;
  private final Seed noise;

  /**
   * A step with an optimiser at its start and structure parameters near 0.
   *
   * @param plan supernet with its γ, which is set in place
   * @param layout order of the structure vector
   * @param settings optimiser, distribution and prior of the structure, scale of its first
   *     parameters
   * @param seed seed of the first structure parameters and of the draws
   */
  public StructureStep(Plan plan, StructureLayout layout, SearchSettings settings, Seed seed) {
    this.plan = plan;
    this.structure = new Structure(layout, settings, seed);
    int operations = layout.operations().size();
    this.prior = new StructurePrior(settings.prior(), operations, settings.epochs());
    this.noise = seed.child("draws");
    publishCentre();
  }

  /**
   * Moves the structure once and draws γ anew.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @return loss and correct examples before the move
   * @throws DivergedException if the loss is not finite; the structure is then as it was
   */
  public Outcome take(int epoch, int step) {
    EdgeWatch unwatched = structure.watch();
    Outcome outcome = take(epoch, step, unwatched);
    draw(epoch, step);
    return outcome;
  }

  Outcome take(int epoch, int step, EdgeWatch watch) {
    double[] theta = structure.alpha();
    DrawnStructure drawn = publish(theta, forStructure(epoch, step));
    Outcome outcome = plan.gradients(GradientTarget.STRUCTURE);
    Divergence.check("validation loss", outcome, epoch, step);
    double[] gradient = plan.structureGradients().toArray();
    watch.pass(drawn.gamma(), gradient);
    double[] back = drawn.pullback(gradient);
    watch.move(back);
    prior.penalty(drawn.first(), theta, epoch).addTo(back);
    structure.step(back, epoch);
    return outcome;
  }

  /**
   * Draws γ for a step of the weights and gives it to the plan.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   */
  public void draw(int epoch, int step) {
    publish(structure.alpha(), forWeights(epoch, step));
  }

  /** The structure parameters and γ as they are now. */
  public Structure structure() {
    return structure;
  }

  StructurePrior prior() {
    return prior;
  }

  /** Noise of the draw on which the structure is moved. */
  Seed forStructure(int epoch, int step) {
    return noise.child("structure").child(epoch).child(step);
  }

  /** Noise of the draw under which the weights are moved. */
  Seed forWeights(int epoch, int step) {
    return noise.child("weights").child(epoch).child(step);
  }

  /** Draws γ for the plan. */
  DrawnStructure publish(double[] theta, Seed seed) {
    DrawnStructure drawn = structure.draws(theta, plan, seed.generator());
    plan.structure().copyFrom(drawn.gamma());
    return drawn;
  }

  /** Gives the plan the structure that stands for the distribution. */
  void publishCentre() {
    plan.structure().copyFrom(structure.centreFor(plan));
  }

  /**
   * Dominant eigenvalue of ∇²Q in the structure parameters, without the prior, on one batch (Zela
   * et al. 2020, §3.2). Weights, structure and statistics are then as before.
   *
   * @param epoch epoch, counted from 1
   * @param iterations products with the Hessian
   * @param batches batches, of which that of the validation split is used
   */
  double eigenvalue(int epoch, int iterations, StepBatches batches) {
    StructurePrior none =
        new StructurePrior(
            StructurePriorSettings.defaults(), structure.layout().operations().size(), epoch);
    Seed own = noise.child("eigenvalue").child(epoch);
    SupernetProblem problem =
        new SupernetProblem(
            new SupernetProblem.Subject(plan, structure, none, 0, false),
            batches,
            new SupernetProblem.Moment(epoch, 0, own, structure.watch()));
    double[] weights = plan.parameters().toArray();
    HessianVectorProduct hessian =
        HessianVectorProduct.ofOuterHyperparameters(
            problem, weights, structure.alpha(), DifferenceStep.singlePrecision());
    double tolerance = DominantEigenvalue.defaults().tolerance();
    return new DominantEigenvalue(iterations, tolerance)
        .of(hessian, structure.length(), own.child("direction").generator())
        .value();
  }

  void restore(MethodState state) {
    structure.restore(state);
    publishCentre();
  }
}
