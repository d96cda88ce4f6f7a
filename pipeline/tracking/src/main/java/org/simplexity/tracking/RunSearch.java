package org.simplexity.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.SearchRuns;
import org.mlflow.api.proto.Service.ViewType;

/**
 * Finds runs by tags, all pages, newest first.
 *
 * @param tags tag to the value that it must equal
 * @param page most runs in one answer
 */
record RunSearch(Map<String, String> tags, int page) {
  static final int PAGE = 1000;

  List<RunSummary> in(String experimentId, MlflowApi api) throws IOException {
    List<RunSummary> found = new ArrayList<>();
    SearchRuns.Builder search =
        SearchRuns.newBuilder()
            .addExperimentIds(experimentId)
            .setRunViewType(ViewType.ACTIVE_ONLY)
            .setFilter(filter())
            .setMaxResults(page)
            .addOrderBy("attributes.start_time DESC");
    String next;
    do {
      SearchRuns.Response answer = api.search(search.build());
      answer.getRunsList().stream().filter(this::matches).map(Runs::summary).forEach(found::add);
      next = answer.getNextPageToken();
      search.setPageToken(next);
    } while (!next.isEmpty());
    return found;
  }

  /** What the server's filter language can say; it has no escape for quotes. */
  private String filter() {
    return tags.entrySet().stream()
        .filter(tag -> tag.getValue().indexOf('\'') < 0 && tag.getValue().indexOf('\\') < 0)
        .map(tag -> "tags.`" + tag.getKey() + "` = '" + tag.getValue() + "'")
        .collect(Collectors.joining(" and "));
  }

  private boolean matches(Run run) {
    return Runs.tags(run).entrySet().containsAll(tags.entrySet());
  }
}
