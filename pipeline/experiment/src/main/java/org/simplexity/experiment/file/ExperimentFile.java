package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.Cell;
import org.simplexity.experiment.Experiment;

/**
 * An experiment as read from its file, with overrides.
 *
 * <p>Reading checks everything that can be checked without data: keys, types, bounds, relations,
 * the sweep and each of its cells.
 */
public final class ExperimentFile {
  private final SectionKind root = (SectionKind) Kinds.of(Experiment.class);
  private final Constraints constraints = new Constraints();
  private final Tree.Mapping tree;
  private final Experiment experiment;
  private final String text;
  private final List<String> overrides;

  private ExperimentFile(String source, String text, List<String> overrides) {
    this.text = text;
    this.overrides = List.copyOf(overrides);
    Problems problems = new Problems();
    Tree.Mapping mapping = mapping(source, text, problems);
    for (String override : overrides) {
      Optional<Setting> setting = Setting.parse("--set", override, problems);
      mapping = setting.isPresent() ? setting.get().applyTo(mapping) : mapping;
    }
    this.tree = mapping;
    SweepCheck.Bound bound = bind(mapping);
    bound.problems().all().forEach(problems::add);
    checkSweep(bound, problems);
    problems.throwIfAny();
    this.experiment = bound.experiment().orElseThrow();
  }

  /**
   * Reads and checks a file.
   *
   * @param file YAML file
   * @param overrides values of {@code --set}: {@code key=value}, dotted keys, YAML values
   * @throws InvalidExperimentException with every mistake
   */
  public static ExperimentFile read(Path file, List<String> overrides) {
    return new ExperimentFile(file.toString(), FileText.of(file), overrides);
  }

  /**
   * Reads and checks a text.
   *
   * @param source name in messages
   * @param text YAML
   * @param overrides as for {@link #read}
   * @throws InvalidExperimentException with every mistake
   */
  public static ExperimentFile parse(String source, String text, List<String> overrides) {
    return new ExperimentFile(source, text, overrides);
  }

  /** The experiment, before its sweep is applied. */
  public Experiment experiment() {
    return experiment;
  }

  /**
   * The experiment at one point of its sweep.
   *
   * @param cell values that replace those of the file
   * @throws InvalidExperimentException if a value is wrong
   */
  public Experiment experiment(Cell cell) {
    Problems problems = new Problems();
    Tree.Mapping changed = tree;
    for (Map.Entry<String, String> value : cell.values().entrySet()) {
      String argument = value.getKey() + "=" + value.getValue();
      Optional<Setting> setting = Setting.parse("--cell", argument, problems);
      changed = setting.isPresent() ? setting.get().applyTo(changed) : changed;
    }
    SweepCheck.Bound bound = bind(changed);
    bound.problems().all().forEach(problems::add);
    problems.throwIfAny();
    return bound.experiment().orElseThrow();
  }

  /** The text of the file, unchanged. */
  public String text() {
    return text;
  }

  /** The overrides, {@code key=value} each. */
  public List<String> overrides() {
    return overrides;
  }

  /**
   * An experiment as a tree with every key, defaults included.
   *
   * @param experiment experiment
   */
  public static ObjectNode json(Experiment experiment) {
    return (ObjectNode) Kinds.of(Experiment.class).write(experiment);
  }

  private void checkSweep(SweepCheck.Bound bound, Problems problems) {
    new SweepCheck(root, tree, problems, this::bind)
        .check(bound.experiment().map(Experiment::sweep));
  }

  private SweepCheck.Bound bind(Tree.Mapping mapping) {
    Problems problems = new Problems();
    Kind.Read read = root.read(mapping, "", null, new Reading(problems, constraints));
    return new SweepCheck.Bound(Optional.ofNullable((Experiment) read.value()), problems);
  }

  private static Tree.Mapping mapping(String source, String text, Problems problems) {
    Optional<Tree> tree = YamlReader.file(source, text, problems);
    problems.throwIfAny();
    Place start = new Place(source, 1, 1);
    if (tree.isPresent() && tree.get() instanceof Tree.Mapping mapping) {
      return mapping;
    }
    String found = tree.map(Tree::shown).orElse("the file is empty");
    problems.add(start, "", found + "; expected keys and values, at least \"name: …\"");
    problems.throwIfAny();
    return new Tree.Mapping(start, List.of());
  }
}
