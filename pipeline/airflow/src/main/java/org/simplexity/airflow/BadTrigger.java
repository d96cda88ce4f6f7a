package org.simplexity.airflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Airflow does not start a run. */
final class BadTrigger {
  private static final Pattern PARAM =
      Pattern.compile(
          "Invalid input for param (?<key>[^:]+): (?<rule>[^\\n]*)"
              + "(?:.*?in schema:\\s*(?<schema>\\{.*?\\})\\s*\\n\\s*\\n.*)?",
          Pattern.DOTALL);

  private BadTrigger() {}

  /** Explains a refusal: a value against its schema, a broken file, or anything else. */
  static AirflowException told(String what, String dagId, Refusal refusal, Api api, Dags dags) {
    Matcher param = PARAM.matcher(refusal.detail());
    if (param.matches()) {
      String schema = param.group("schema");
      return new AirflowException(
          AirflowException.Kind.BAD_CONF,
          "DAG \""
              + dagId
              + "\" does not take "
              + param.group("key")
              + ": "
              + param.group("rule")
              + (schema == null ? "" : " (its schema: " + schema.replaceAll("\\s+", " ") + ")"),
          refusal);
    }
    return refusal.detail().contains("has import errors")
        ? dags.broken(dagId)
        : api.refused(what, refusal);
  }
}
