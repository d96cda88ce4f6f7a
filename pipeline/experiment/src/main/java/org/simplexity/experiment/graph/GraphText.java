package org.simplexity.experiment.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.simplexity.experiment.graph.StageDescription.Fan;

/** A graph for people and for programs. */
public final class GraphText {
  private final TaskGraph graph;

  /**
   * Shows a graph.
   *
   * @param graph graph
   */
  public GraphText(TaskGraph graph) {
    this.graph = graph;
  }

  /** A tree: each task below the last task that it waits for. */
  public String tree() {
    int count = graph.tasks().size();
    StringBuilder text = new StringBuilder(graph.experiment());
    text.append(": ").append(count).append(count == 1 ? " task\n" : " tasks\n");
    branches(text, "", below(""));
    return text.toString();
  }

  /** {@code {"experiment": …, "tasks": [{"id", "stage", "cell", "upstream"}, …]}}. */
  public ObjectNode json() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("experiment", graph.experiment());
    ArrayNode tasks = object.putArray("tasks");
    for (Task task : graph.tasks()) {
      ObjectNode node = tasks.addObject().put("id", task.id()).put("stage", task.stage().name());
      ObjectNode cell = node.putObject("cell");
      task.cell().values().forEach(cell::put);
      task.upstream().forEach(node.putArray("upstream")::add);
    }
    return object;
  }

  private void branches(StringBuilder text, String indent, List<Task> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      boolean last = i == tasks.size() - 1;
      Task task = tasks.get(i);
      text.append(indent).append(last ? "└─ " : "├─ ").append(task.id());
      text.append(gathers(task) ? after(task) : "").append('\n');
      branches(text, indent + (last ? "   " : "│  "), below(task.id()));
    }
  }

  /** Whether a gathering task waits for all that has a cell, which the tree shows above it. */
  private String after(Task task) {
    List<String> others =
        graph.tasks().stream()
            .filter(other -> !gathers(other) && !task.upstream().contains(other.id()))
            .map(other -> other.stage().name())
            .distinct()
            .toList();
    return others.isEmpty()
        ? "  (after all above)"
        : "  (after all above but " + String.join(", ", others) + ")";
  }

  private List<Task> below(String id) {
    return graph.tasks().stream().filter(task -> parent(task).equals(id)).toList();
  }

  private static String parent(Task task) {
    boolean root = task.upstream().isEmpty() || gathers(task);
    return root ? "" : task.upstream().get(task.upstream().size() - 1);
  }

  private static boolean gathers(Task task) {
    return task.stage().fan() instanceof Fan.Once;
  }
}
