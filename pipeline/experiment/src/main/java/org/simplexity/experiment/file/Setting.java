package org.simplexity.experiment.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One value set from outside the file.
 *
 * @param place argument that sets it
 * @param key dotted key
 * @param value its value
 */
record Setting(Place place, String key, Tree value) {
  private static final String SWEEP = "sweep.";

  /** Reads {@code key=value}; the value is YAML. */
  static Optional<Setting> parse(String option, String text, Problems problems) {
    Place place = Place.argument(option + " " + text);
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add(place, "", "expected key=value, such as search.epochs=5");
      return Optional.empty();
    }
    return YamlReader.argument(place, text.substring(equals + 1), problems)
        .map(value -> new Setting(place, text.substring(0, equals).strip(), value));
  }

  /** The tree with this value in place of its own. */
  Tree.Mapping applyTo(Tree.Mapping root) {
    List<String> path =
        key.startsWith(SWEEP)
            ? List.of("sweep", key.substring(SWEEP.length()))
            : List.of(key.split("\\.", -1));
    return put(root, path);
  }

  private Tree.Mapping put(Tree.Mapping mapping, List<String> path) {
    List<Tree.Entry> entries = new ArrayList<>(mapping.entries());
    int old = index(entries, path.get(0));
    if (old < 0) {
      Tree inner = path.size() == 1 ? value : put(empty(), path.subList(1, path.size()));
      entries.add(new Tree.Entry(place, path.get(0), inner));
    } else {
      Tree.Entry entry = entries.get(old);
      entries.set(old, new Tree.Entry(entry.place(), entry.key(), inside(entry.value(), path)));
    }
    return new Tree.Mapping(mapping.place(), List.copyOf(entries));
  }

  private Tree inside(Tree old, List<String> path) {
    if (path.size() == 1) {
      return value;
    }
    return put(old instanceof Tree.Mapping inner ? inner : empty(), path.subList(1, path.size()));
  }

  private Tree.Mapping empty() {
    return new Tree.Mapping(place, List.of());
  }

  private static int index(List<Tree.Entry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
