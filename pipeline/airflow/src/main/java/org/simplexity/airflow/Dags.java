package org.simplexity.airflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.airflow.api.DagApi;
import org.simplexity.airflow.api.DagParsingApi;
import org.simplexity.airflow.api.ImportErrorApi;
import org.simplexity.airflow.api.model.DAGPatchBody;
import org.simplexity.airflow.api.model.DAGResponse;
import org.simplexity.experiment.file.Nearest;

/** DAGs and the files that make them. */
final class Dags {
  private static final int PAGE = 100;
  private static final int SHOWN = 5;

  private final Api api;
  private final DagApi dags;
  private final DagParsingApi parsing;
  private final ImportErrorApi errors;

  Dags(Api api) {
    this.api = api;
    this.dags = new DagApi(api.generated());
    this.parsing = new DagParsingApi(api.generated());
    this.errors = new ImportErrorApi(api.generated());
  }

  List<String> ids() {
    return all().stream().map(DAGResponse::getDagId).sorted().toList();
  }

  Optional<Dag> find(String dagId) {
    String what = "look up DAG \"" + dagId + "\"";
    try {
      return Optional.of(api.ask(what, () -> dags.getDagDetails(dagId)))
          .filter(dag -> !dag.getIsStale()) // its file is gone, or broken since
          .map(Answers::dag);
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        return Optional.empty();
      }
      throw api.refused(what, refusal);
    }
  }

  void unpause(String dagId) {
    String what = "unpause DAG \"" + dagId + "\"";
    DAGPatchBody change = new DAGPatchBody().isPaused(false);
    try {
      api.ask(what, () -> dags.patchDag(dagId, change, null));
    } catch (Refusal refusal) {
      throw refusal.status() == 404 ? unknown(dagId) : api.refused(what, refusal);
    }
  }

  void reparse() {
    Map<String, String> files = new LinkedHashMap<>();
    all().forEach(dag -> files.put(dag.getFileloc(), dag.getFileToken()));
    files.forEach(
        (file, token) -> api.demand("have " + file + " read", () -> parsing.reparseDagFile(token)));
  }

  List<ImportError> importErrors() {
    return api
        .demand("list import errors", () -> errors.getImportErrors(PAGE, 0))
        .getImportErrors()
        .stream()
        .map(error -> new ImportError(error.getFilename(), error.getStackTrace()))
        .toList();
  }

  /** That there is no such DAG, and which there are. */
  AirflowException unknown(String dagId) {
    List<String> known = ids();
    String nearest = Nearest.question(dagId, known);
    String others =
        known.isEmpty()
            ? "; it has none yet"
            : "; it has "
                + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                + (known.size() > SHOWN ? ", …" : "");
    return new AirflowException(
        AirflowException.Kind.UNKNOWN_DAG,
        "Airflow at "
            + api.address().base()
            + " has no DAG \""
            + dagId
            + "\""
            + (nearest.isEmpty() ? others : nearest));
  }

  /**
   * That the file of a DAG cannot be imported: all errors, as the DAG's name does not tell which.
   */
  AirflowException broken(String dagId) {
    StringBuilder text =
        new StringBuilder("DAG \"" + dagId + "\" cannot run: its file has an error");
    importErrors()
        .forEach(
            error ->
                text.append('\n').append(error.file()).append(": ").append(error.text().strip()));
    return new AirflowException(AirflowException.Kind.BROKEN_DAG, text.toString());
  }

  private List<DAGResponse> all() {
    List<DAGResponse> all = new ArrayList<>();
    int before;
    do {
      before = all.size();
      all.addAll(api.demand("list DAGs", () -> dags.getDags(PAGE, all.size(), true)).getDags());
    } while (all.size() == before + PAGE);
    return all;
  }
}
