package org.simplexity.experiment.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.simplexity.experiment.Cell;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.Sweep;

/** Checks a sweep against the experiment: each key, each value alone, then each cell. */
final class SweepCheck {
  private static final Set<String> FIXED =
      Set.of("name", "description", "stages", "sweep", "runtime");
  private static final int MOST_CELLS = 10_000;

  private final SectionKind root;
  private final Tree.Mapping tree;
  private final Problems problems;
  private final Function<Tree.Mapping, Bound> binding;

  /** An experiment, if it is whole, with its mistakes. */
  record Bound(Optional<Experiment> experiment, Problems problems) {}

  SweepCheck(
      SectionKind root,
      Tree.Mapping tree,
      Problems problems,
      Function<Tree.Mapping, Bound> binding) {
    this.root = root;
    this.tree = tree;
    this.problems = problems;
    this.binding = binding;
  }

  /** Checks keys and values; the cells only if nothing else is wrong. */
  void check(Optional<Sweep> sweep) {
    axes().forEach(this::axis);
    if (sweep.isPresent() && !problems.any()) {
      cells(sweep.get());
    }
  }

  private void cells(Sweep sweep) {
    long cells =
        sweep.axes().values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    if (cells > MOST_CELLS) {
      Place place = entry(tree, "sweep").map(Tree.Entry::place).orElse(tree.place());
      problems.add(place, "sweep", cells + " cells; at most " + MOST_CELLS + " are possible");
    } else {
      sweep.cells().forEach(this::cell);
    }
  }

  private List<Tree.Entry> axes() {
    return entry(tree, "sweep")
        .map(Tree.Entry::value)
        .map(value -> value instanceof Tree.Mapping mapping ? mapping.entries() : null)
        .orElse(List.of());
  }

  private void axis(Tree.Entry axis) {
    String path = "sweep." + axis.key();
    List<String> keys = new ArrayList<>();
    collect(root, "", keys);
    String section = axis.key().split("\\.", -1)[0];
    if (FIXED.contains(section) || !keys.contains(axis.key())) {
      String reason = FIXED.contains(section) ? "cannot be swept" : "unknown key";
      keys.removeIf(key -> FIXED.contains(key.split("\\.", -1)[0]));
      problems.add(axis.place(), path, reason + Nearest.question(axis.key(), keys));
    } else if (axis.value() instanceof Tree.Sequence values) {
      values(axis, values, path);
    }
  }

  private void values(Tree.Entry axis, Tree.Sequence values, String path) {
    Set<Object> seen = new HashSet<>();
    for (Tree value : values.items()) {
      Bound bound = binding.apply(new Setting(value.place(), axis.key(), value).applyTo(tree));
      bound.problems().all().stream()
          .filter(p -> p.path().matches(Pattern.quote(axis.key()) + "([.\\[].*)?"))
          .forEach(p -> problems.add(p.place(), path, p.message()));
      if (bound.experiment().isPresent() && !seen.add(bound.experiment().get())) {
        problems.add(value.place(), path, value.shown() + " is given twice");
      }
    }
  }

  private void cell(Cell cell) {
    Tree.Mapping changed = tree;
    for (Map.Entry<String, String> value : cell.values().entrySet()) {
      changed = setting(value.getKey(), value.getValue()).applyTo(changed);
    }
    binding.apply(changed).problems().all().stream()
        .map(p -> new Problem(p.place(), p.path(), p.message() + " (sweep cell " + cell + ")"))
        .forEach(problems::add);
  }

  private Setting setting(String key, String value) {
    Place place =
        axes().stream()
            .filter(axis -> axis.key().equals(key))
            .map(Tree.Entry::place)
            .findFirst()
            .orElse(tree.place());
    Tree parsed = YamlReader.argument(place, value, problems).orElse(tree);
    return new Setting(place, key, parsed);
  }

  private static void collect(SectionKind section, String path, List<String> keys) {
    for (Component component : section.components()) {
      String key = Keys.join(path, component.key());
      keys.add(key);
      if (component.kind() instanceof SectionKind inner) {
        collect(inner, key, keys);
      }
    }
  }

  private static Optional<Tree.Entry> entry(Tree.Mapping mapping, String key) {
    return mapping.entries().stream().filter(e -> e.key().equals(key)).findFirst();
  }
}
