package org.simplexity.kernel.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * The order of a network's tasks: as few phases as batch normalisations on a path, since every
 * normalisation needs sums over the whole batch; within a phase a chunk passes through all its
 * tasks while it is in the cache.
 */
public final class Schedule {
  private final Map<Value, Integer> phases = new HashMap<>();
  private final Set<Value> differentiable = new HashSet<>();
  private final List<List<Task>> tasks;

  /**
   * Orders the tasks of a network.
   *
   * @param inputGradients whether the gradient of the images is ever needed
   */
  public Schedule(Network network, boolean inputGradients) {
    if (inputGradients) {
      differentiable.add(network.values().get(0));
    }
    network.values().forEach(this::classify);
    this.tasks = group(withGradientUses(ordered(network.values())));
  }

  /** Tasks by phase; within a phase inputs come before what is computed of them. */
  public List<List<Task>> phases() {
    return tasks;
  }

  /** Whether the loss's gradient with respect to this value is ever needed. */
  public boolean isDifferentiable(Value value) {
    return differentiable.contains(value);
  }

  private void classify(Value value) {
    Operation operation = value.operation();
    int phase = value.inputs().stream().mapToInt(phases::get).max().orElse(0);
    phases.put(value, operation instanceof Operation.Normalise ? phase + 1 : phase);
    if (hasCoordinates(operation) || value.inputs().stream().anyMatch(differentiable::contains)) {
      differentiable.add(value);
    }
  }

  private static boolean hasCoordinates(Operation operation) {
    return operation instanceof Operation.Convolve
        || operation instanceof Operation.DepthwiseConvolve
        || operation instanceof Operation.Dense
        || operation instanceof Operation.Mix
        || (operation instanceof Operation.Normalise normalise && normalise.settings().affine());
  }

  private List<Task> ordered(List<Value> values) {
    List<Task> ordered = new ArrayList<>();
    for (Value value : values) {
      int phase = phase(value);
      if (value.operation() instanceof Operation.Normalise) {
        ordered.add(new Task(value, Task.Part.STATISTICS, phase - 1, List.of()));
        ordered.add(new Task(value, Task.Part.NORMALISATION, phase, List.of()));
      } else {
        ordered.add(new Task(value, Task.Part.WHOLE, phase, List.of()));
      }
    }
    ordered.sort(Comparator.comparingInt(Task::phase));
    return ordered;
  }

  /** Walks backwards: the first task to reach a gradient sets it, later ones add. */
  private List<Task> withGradientUses(List<Task> ordered) {
    Set<Value> reached = new HashSet<>();
    List<Task> result = new ArrayList<>();
    for (int i = ordered.size() - 1; i >= 0; i--) {
      Task task = ordered.get(i);
      List<GradientUse> uses = new ArrayList<>();
      for (Value input : task.value().inputs()) {
        uses.add(use(task.part(), input, reached));
      }
      result.add(new Task(task.value(), task.part(), task.phase(), uses));
    }
    Collections.reverse(result);
    return result;
  }

  private GradientUse use(Task.Part part, Value input, Set<Value> reached) {
    if (part == Task.Part.NORMALISATION || !differentiable.contains(input)) {
      return GradientUse.NONE;
    }
    return reached.add(input) ? GradientUse.SET : GradientUse.ADD;
  }

  private int phase(Value value) {
    Integer phase = phases.get(value);
    if (phase == null) {
      throw new IllegalStateException("value " + value.index() + " has no phase");
    }
    return phase;
  }

  private static List<List<Task>> group(List<Task> ordered) {
    List<List<Task>> groups = new ArrayList<>();
    for (Task task : ordered) {
      while (groups.size() <= task.phase()) {
        groups.add(new ArrayList<>());
      }
      groups.get(task.phase()).add(task);
    }
    return groups;
  }
}
