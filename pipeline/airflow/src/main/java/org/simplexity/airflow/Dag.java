package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A DAG that Airflow knows.
 *
 * @param id its name
 * @param paused whether its runs wait
 * @param file file that makes it, in the folder of DAGs
 * @param fileToken what {@link Airflow#reparse} needs
 * @param params parameters in their order
 */
public record Dag(
    String id, boolean paused, String file, String fileToken, Map<String, Param> params) {
  /** Copies the parameters in their order. */
  public Dag {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /**
   * A parameter.
   *
   * @param value its value unless a run's conf replaces it; JSON null if it has none
   * @param schema JSON schema that values keep
   */
  public record Param(JsonNode value, JsonNode schema) {}
}
