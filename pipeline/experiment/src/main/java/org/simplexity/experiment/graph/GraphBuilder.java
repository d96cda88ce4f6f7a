package org.simplexity.experiment.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.Cell;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription.Fan;

/** Multiplies stages by cells and merges tasks whose inputs are equal. */
final class GraphBuilder {
  private final ExperimentFile file;
  private final List<StageDescription> stages;
  private final TaskIds ids;
  private final Map<List<Object>, Task> byInputs = new LinkedHashMap<>();

  GraphBuilder(ExperimentFile file, List<StageDescription> stages) {
    this.file = file;
    this.stages = stages;
    this.ids = new TaskIds();
  }

  List<Task> tasks() {
    for (Cell cell : cells()) {
      addCell(cell);
    }
    List<Task> tasks = new ArrayList<>();
    for (StageDescription stage : stages) {
      if (stage.fan() instanceof Fan.Once) {
        List<String> earlier = tasks.stream().map(Task::id).toList();
        tasks.add(new Task(stage.name(), stage, Cell.EMPTY, earlier));
      } else {
        byInputs.values().stream()
            .filter(task -> task.stage().name().equals(stage.name()))
            .forEach(tasks::add);
      }
    }
    return tasks;
  }

  private List<Cell> cells() {
    List<Cell> cells = file.experiment().sweep().cells();
    for (StageDescription stage : stages) {
      if (stage.fan() instanceof Fan.PerElement each) {
        cells = cells.stream().flatMap(cell -> elements(cell, each.key()).stream()).toList();
      }
    }
    return cells;
  }

  private List<Cell> elements(Cell cell, String key) {
    JsonNode list = ExperimentFile.json(file.experiment(cell)).at("/" + key.replace('.', '/'));
    List<Cell> cells = new ArrayList<>();
    list.forEach(element -> cells.add(cell.with(key, "[" + element + "]")));
    return cells;
  }

  private void addCell(Cell cell) {
    Experiment experiment = file.experiment(cell);
    Map<String, Task> ofCell = new LinkedHashMap<>();
    for (StageDescription described : stages) {
      if (!(described.fan() instanceof Fan.Once)) {
        StageDescription stage = described.in(experiment);
        List<Task> upstream = stage.upstream().stream().map(name -> ofCell.get(name)).toList();
        List<String> names = upstream.stream().map(Task::id).toList();
        List<Object> inputs =
            List.of(stage.name(), Sections.of(experiment, stage).toString(), names);
        Cell part = part(cell, stage, upstream);
        ofCell.put(
            stage.name(),
            byInputs.computeIfAbsent(
                inputs, key -> new Task(ids.of(stage, part), stage, part, names)));
      }
    }
  }

  private static Cell part(Cell cell, StageDescription stage, List<Task> upstream) {
    Map<String, String> values = new LinkedHashMap<>();
    cell.values()
        .forEach(
            (key, value) -> {
              boolean above = upstream.stream().anyMatch(t -> t.cell().values().containsKey(key));
              if (above || stage.reads(key)) {
                values.put(key, value);
              }
            });
    return new Cell(values);
  }
}
