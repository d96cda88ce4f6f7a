package org.simplexity.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a run, as MLflow's web interface finds them: JSON artifacts {@code
 * {"columns":[…],"data":[[…]]}} named in the tag {@value #TAG}.
 */
final class LoggedTables {
  static final String TAG = "mlflow.loggedArtifacts";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<Map<String, String>> entries = new ArrayList<>();

  /** Starts from the tag as the run has it already. */
  LoggedTables(@Nullable String tag) {
    if (tag != null) {
      try {
        entries.addAll(JSON.readValue(tag, new TypeReference<List<Map<String, String>>>() {}));
      } catch (JsonProcessingException e) {
        throw new TrackingException("tag " + TAG + " is not a list of tables: " + tag, e);
      }
    }
  }

  /** Adds a table and returns the new value of the tag. */
  synchronized String add(String path) {
    Map<String, String> entry = Map.of("path", path, "type", "table");
    if (!entries.contains(entry)) {
      entries.add(entry);
    }
    return text(entries);
  }

  /** Content of the artifact of a table. */
  static byte[] content(Table table) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("columns", table.columns());
    content.put("data", table.rows());
    return text(content).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a table holds strings, numbers, booleans and nulls only: " + e.getOriginalMessage(), e);
    }
  }
}
