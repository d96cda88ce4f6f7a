package org.simplexity.stage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Flat;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Facts;
import org.simplexity.report.content.Facts.Fact;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;

/**
 * What was run: code, machine, data, tasks, every setting.
 *
 * @param experiment the experiment, without a cell of its sweep
 * @param gathered its runs
 */
record OriginBlocks(Experiment experiment, Gathered gathered) {
  List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Facts(facts()));
    for (UpstreamRun run : gathered.data()) {
      blocks.addAll(DataBlocks.of(run));
    }
    if (!gathered.all().isEmpty()) {
      blocks.add(tasks());
      String libraries = distinct(RunTags.LIBRARIES);
      blocks.add(new Folded("Libraries", List.of(new Facts(List.of(new Fact("Java", libraries))))));
    }
    blocks.add(new Folded("Every setting", List.of(settings())));
    return blocks;
  }

  private List<Fact> facts() throws IOException {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Experiment", experiment.name()));
    experiment
        .sweep()
        .axes()
        .forEach(
            (key, values) -> facts.add(new Fact("Sweep over " + key, String.join(", ", values))));
    if (!gathered.all().isEmpty()) {
      facts.add(new Fact("Code version", distinct(RunTags.CODE_VERSION)));
      facts.add(new Fact("Host", distinct(RunTags.HOST)));
      facts.addAll(machine(gathered.all().get(gathered.all().size() - 1)));
    }
    return facts;
  }

  private static List<Fact> machine(UpstreamRun run) throws IOException {
    JsonNode machine = JsonFile.read(run.artifact("provenance/run.json")).path("machine");
    String cores = machine.path("cpu").asText() + ", " + machine.path("cores").asInt() + " cores";
    String system = machine.path("os").asText() + ", " + machine.path("architecture").asText();
    return List.of(
        new Fact("Processor", cores),
        new Fact("System", system),
        new Fact("Java", machine.path("java").asText()));
  }

  private ResultsTable tasks() {
    List<Row> rows =
        gathered.all().stream()
            .map(
                run ->
                    new Row(run.summary().name(), List.of(Measured.of(List.of(Durations.of(run))))))
            .toList();
    Column column = new Column("Duration", Quantity.SECONDS, Better.NEITHER);
    return new ResultsTable("Tasks", "Task", List.of(column), rows);
  }

  private Facts settings() {
    return new Facts(
        Flat.parameters(experiment).entrySet().stream()
            .map(setting -> new Fact(setting.getKey(), setting.getValue()))
            .toList());
  }

  private String distinct(String tag) {
    return gathered.all().stream()
        .map(run -> run.summary().tags().getOrDefault(tag, "unknown"))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
