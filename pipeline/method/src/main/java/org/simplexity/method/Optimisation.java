package org.simplexity.method;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.optimise.Adam;
import org.simplexity.kernel.optimise.Clipping;
import org.simplexity.kernel.optimise.Schedule;
import org.simplexity.kernel.optimise.Sgd;
import org.simplexity.kernel.optimise.UpdateRule;

/** An update rule with its schedule and clipping, bound to one vector and its gradient. */
public final class Optimisation {
  private final OptimiserSettings settings;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final UpdateRule rule;
  private final Schedule schedule;

  /**
   * An optimiser at its start.
   *
   * @param settings rule, schedule and clipping
   * @param epochs epochs of the schedule
   * @param parameters vector that is moved, in place
   * @param gradient its gradient, clipped in place
   */
  public Optimisation(
      OptimiserSettings settings, int epochs, FlatVector parameters, FlatVector gradient) {
    this.settings = settings;
    this.parameters = parameters;
    this.gradient = gradient;
    this.rule =
        switch (settings.kind()) {
          case SGD -> new Sgd(settings.momentum(), parameters);
          case ADAM -> new Adam(Adam.Decay.of(settings.beta1(), settings.beta2()), parameters);
        };
    this.schedule = schedule(settings, epochs);
  }

  private static Schedule schedule(OptimiserSettings settings, int epochs) {
    double initial = settings.learningRate();
    ScheduleSettings shape = settings.schedule();
    return switch (shape.kind()) {
      case CONSTANT -> new Schedule.Constant(initial);
      case COSINE -> new Schedule.Cosine(initial, shape.finalRate(), epochs);
      case STEP -> new Schedule.Step(initial, shape.stepEpochs(), shape.stepFactor());
    };
  }

  /** Learning rate of an epoch, counted from 1. */
  public double rate(int epoch) {
    return schedule.rate(epoch - 1);
  }

  /** Clips the gradient, first by value, and moves the parameters; the epoch counts from 1. */
  public void step(int epoch) {
    Clipping.byValue(gradient, settings.clipValue());
    rule.apply(
        parameters,
        gradient,
        new UpdateRule.Step(rate(epoch), settings.weightDecay(), settings.clipNorm()));
  }

  /** Sets the moments of the coordinates from {@code start} to before {@code end} back to 0. */
  void forget(int start, int end) {
    Map<String, double[]> state = new HashMap<>(rule.state());
    state.values().stream()
        .filter(moments -> moments.length == parameters.length())
        .forEach(moments -> Arrays.fill(moments, start, end, 0));
    rule.restore(state);
  }

  /**
   * Adds the state of the rule.
   *
   * @param prefix what names of arrays begin with
   * @param arrays receiver
   */
  public void save(String prefix, Map<String, double[]> arrays) {
    new TreeMap<>(rule.state()).forEach((name, array) -> arrays.put(prefix + "." + name, array));
  }

  /**
   * Goes back to a state.
   *
   * @param prefix prefix it was saved with
   * @param state state
   */
  public void restore(String prefix, MethodState state) {
    Map<String, double[]> arrays = new HashMap<>();
    state
        .arrays()
        .forEach(
            (name, array) -> {
              if (name.startsWith(prefix + ".")) {
                arrays.put(name.substring(prefix.length() + 1), array);
              }
            });
    rule.restore(arrays);
  }
}
