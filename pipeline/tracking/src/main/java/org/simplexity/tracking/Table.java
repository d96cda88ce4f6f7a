package org.simplexity.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of strings, numbers, booleans and gaps (null).
 *
 * @param columns names of the columns
 * @param rows rows, each as long as the columns
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {
  /** Copies and checks that every row is as long as the columns. */
  public Table {
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "row "
                + copy.size()
                + " has "
                + row.size()
                + " values for "
                + columns.size()
                + " columns "
                + columns);
      }
      copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copy);
  }
}
