package org.simplexity.stage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.simplexity.experiment.stage.UpstreamRun;

/** Rows of the tables that runs logged. */
final class TableRows {
  private TableRows() {}

  /** All rows of one table of all runs. */
  static <T> List<T> of(List<UpstreamRun> runs, String table, Function<Row, T> reader)
      throws IOException {
    List<T> rows = new ArrayList<>();
    for (UpstreamRun run : runs) {
      JsonNode content = JsonFile.read(run.artifact(table));
      List<String> columns = new ArrayList<>();
      content.path("columns").forEach(column -> columns.add(column.asText()));
      content.path("data").forEach(row -> rows.add(reader.apply(new Row(columns, row))));
    }
    return rows;
  }

  /** One row, read by the names of its columns. */
  record Row(List<String> columns, JsonNode values) {
    JsonNode at(String column) {
      return values.path(columns.indexOf(column));
    }
  }
}
