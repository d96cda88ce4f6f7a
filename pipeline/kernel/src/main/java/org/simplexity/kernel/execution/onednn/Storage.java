package org.simplexity.kernel.execution.onednn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Runner;
import org.simplexity.kernel.execution.Schedule;
import org.simplexity.kernel.execution.Task;

/**
 * Memory of values and gradients, shared between those that are never needed at the same time.
 *
 * <p>What is needed across a barrier has memory for every chunk. What lives within one phase only
 * has memory for every worker, which passes through the phase chunk by chunk: it stays in the
 * core's cache. Both are divided by the spans of tasks in which their content is needed; backward
 * passes visit the same tasks in reverse, so one span serves both directions.
 */
final class Storage {
  private final Fusion fusion;
  private final Chunks chunks;
  private final Arena arena;
  private final int workers;
  private final Map<Value, Tensor[]> data = new HashMap<>();
  private final Map<Value, Tensor[]> gradients = new HashMap<>();
  private final Set<Value> local = new HashSet<>();

  /** First and last task that needs something, and whether a barrier lies between them. */
  private record Span(Value value, boolean gradient, int first, int last, boolean withinPhase) {}

  /** Memory that several spans use one after another, a block for every chunk or worker. */
  private static final class Slot {
    private final int size;
    private final boolean ofWorkers;
    private final Tensor[] blocks;
    private int freeFrom;

    private Slot(int size, boolean ofWorkers, Tensor[] blocks) {
      this.size = size;
      this.ofWorkers = ofWorkers;
      this.blocks = blocks;
    }
  }

  Storage(
      Network network, Schedule schedule, Fusion fusion, Chunks chunks, Arena arena, int threads) {
    this.fusion = fusion;
    this.chunks = chunks;
    this.arena = arena;
    this.workers = Math.min(threads, chunks.count());
    List<Task> tasks = schedule.phases().stream().flatMap(List::stream).toList();
    List<Span> spans = new ArrayList<>(gradientSpans(network, schedule, tasks).values());
    Map<Value, Span> readings = readingSpans(tasks);
    for (Value value : network.values()) {
      Span span = readings.get(value);
      if (span != null && span.withinPhase() && fusion.isRecomputable(value)) {
        spans.add(span);
        local.add(value);
      } else if (!fusion.isLazy(value) && !fusion.isInlined(value) && !fusion.isAbsent(value)) {
        data.put(value, perChunk(value.shape().size()));
      }
    }
    place(spans);
  }

  /** From the task of each value to the last task that reads it. */
  private static Map<Value, Span> readingSpans(List<Task> tasks) {
    Map<Value, Span> spans = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      Value value = tasks.get(i).value();
      extend(spans, value, false, i, tasks);
      for (Value input : value.inputs()) {
        extend(spans, input, false, i, tasks);
      }
    }
    return spans;
  }

  /** From the first to the last task that reads or writes each gradient. */
  private Map<Value, Span> gradientSpans(Network network, Schedule schedule, List<Task> tasks) {
    Map<Value, Span> spans = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (Value touched : touched(tasks.get(i), schedule)) {
        extend(spans, touched, true, i, tasks);
      }
    }
    for (Value value : network.values()) {
      if (fusion.readers(value).isEmpty() && spans.containsKey(value)) {
        extend(spans, value, true, tasks.size() - 1, tasks);
      }
    }
    return spans;
  }

  private static void extend(
      Map<Value, Span> spans, Value value, boolean gradient, int task, List<Task> tasks) {
    Span known = spans.get(value);
    int first = known == null ? task : known.first();
    boolean withinPhase = tasks.get(first).phase() == tasks.get(task).phase();
    spans.put(value, new Span(value, gradient, first, task, withinPhase));
  }

  private Set<Value> touched(Task task, Schedule schedule) {
    Set<Value> touched = new HashSet<>();
    if (schedule.isDifferentiable(task.value())) {
      touched.add(fusion.gradientOwner(task.value()));
    }
    for (int k = 0; k < task.uses().size(); k++) {
      if (task.uses().get(k) != GradientUse.NONE) {
        touched.add(fusion.gradientOwner(task.value().inputs().get(k)));
      }
    }
    return touched;
  }

  /** Gives every span the best fitting slot that is free from its first task on. */
  private void place(List<Span> spans) {
    List<Slot> ofChunks = new ArrayList<>();
    List<Slot> ofWorkers = new ArrayList<>();
    spans.sort(
        Comparator.comparingInt(Span::first)
            .thenComparingInt(span -> span.value().index())
            .thenComparing(Span::gradient));
    for (Span span : spans) {
      List<Slot> slots = span.withinPhase() ? ofWorkers : ofChunks;
      int size = span.value().shape().size();
      Slot slot =
          slots.stream()
              .filter(s -> s.freeFrom <= span.first() && s.size >= size && s.size <= 2L * size)
              .min(Comparator.comparingInt(s -> s.size))
              .orElseGet(() -> open(slots, size, span.withinPhase()));
      slot.freeFrom = span.last() + 1;
      (span.gradient() ? gradients : data).put(span.value(), views(slot, size));
    }
  }

  private Slot open(List<Slot> slots, int size, boolean ofWorkers) {
    Tensor[] blocks = ofWorkers ? perWorker(size) : perChunk(size);
    Slot slot = new Slot(size, ofWorkers, blocks);
    slots.add(slot);
    return slot;
  }

  private Tensor[] perChunk(int size) {
    Tensor[] tensors = new Tensor[chunks.count()];
    for (int chunk = 0; chunk < tensors.length; chunk++) {
      tensors[chunk] = arena.allocate(chunks.size(chunk) * size);
    }
    return tensors;
  }

  private Tensor[] perWorker(int size) {
    int examples = 0;
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      examples = Math.max(examples, chunks.size(chunk));
    }
    Tensor[] tensors = new Tensor[workers];
    for (int worker = 0; worker < workers; worker++) {
      tensors[worker] = arena.allocate(examples * size);
    }
    return tensors;
  }

  private Tensor[] views(Slot slot, int size) {
    Tensor[] views = new Tensor[chunks.count()];
    for (int chunk = 0; chunk < views.length; chunk++) {
      Tensor block = slot.blocks[slot.ofWorkers ? worker(chunk) : chunk];
      views[chunk] = block.first(chunks.size(chunk) * size);
    }
    return views;
  }

  private int worker(int chunk) {
    return Runner.worker(chunk, chunks, workers);
  }

  /** The value, by chunk; empty if it is nowhere stored. */
  Tensor[] data(Value value) {
    return data.getOrDefault(value, new Tensor[0]);
  }

  /** The gradient of the value, or what it is computed of, by chunk; empty if there is none. */
  Tensor[] gradients(Value value) {
    return gradients.getOrDefault(fusion.gradientOwner(value), new Tensor[0]);
  }

  /** Whether the value lies in memory of the worker and must be restored in backward passes. */
  boolean isLocal(Value value) {
    return local.contains(value);
  }
}
