package org.simplexity.experiment.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads YAML with places. Scalars stay text: what a word means is decided by the key that it is the
 * value of, so {@code no} is not a boolean where a name is expected.
 */
final class YamlReader {
  private static final int DEEPEST = 30;

  private final Problems problems;
  private final @Nullable Place fixed;
  private final String source;

  private YamlReader(String source, @Nullable Place fixed, Problems problems) {
    this.source = source;
    this.fixed = fixed;
    this.problems = problems;
  }

  /** The tree of a file's text; empty if the text holds nothing or is no YAML, which is told. */
  static Optional<Tree> file(String source, String text, Problems problems) {
    return new YamlReader(source, null, problems).read(text);
  }

  /** The tree of an argument's value; every part has the argument's place. */
  static Optional<Tree> argument(Place place, String text, Problems problems) {
    if (text.isEmpty()) {
      return Optional.of(new Tree.Scalar(place, "", false));
    }
    return new YamlReader(place.source(), place, problems).read(text);
  }

  private Optional<Tree> read(String text) {
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      return root == null ? Optional.empty() : Optional.of(tree(root, 0));
    } catch (MarkedYAMLException e) {
      problems.add(place(e.getProblemMark()), "", "not valid YAML: " + oneLine(e));
    } catch (YAMLException e) {
      problems.add(place(null), "", "not valid YAML: " + oneLine(e));
    }
    return Optional.empty();
  }

  private Tree tree(Node node, int depth) {
    Place place = place(node.getStartMark());
    if (depth > DEEPEST) {
      throw new YAMLException("nested more than " + DEEPEST + " deep, or an alias of itself");
    }
    if (node instanceof MappingNode mapping) {
      List<Tree.Entry> entries = new ArrayList<>();
      for (NodeTuple tuple : mapping.getValue()) {
        entries.add(entry(tuple, depth));
      }
      return new Tree.Mapping(place, List.copyOf(entries));
    }
    if (node instanceof SequenceNode sequence) {
      return new Tree.Sequence(
          place, sequence.getValue().stream().map(item -> tree(item, depth + 1)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Tree.Scalar(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
  }

  private Tree.Entry entry(NodeTuple tuple, int depth) {
    Place place = place(tuple.getKeyNode().getStartMark());
    String key =
        tuple.getKeyNode() instanceof ScalarNode scalar
            ? scalar.getValue()
            : "a key that is no text";
    return new Tree.Entry(place, key, tree(tuple.getValueNode(), depth + 1));
  }

  private Place place(@Nullable Mark mark) {
    if (fixed != null) {
      return fixed;
    }
    return mark == null
        ? new Place(source, 1, 1)
        : new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String oneLine(YAMLException e) {
    String message =
        e instanceof MarkedYAMLException marked
            ? (marked.getContext() == null ? "" : marked.getContext() + ", ") + marked.getProblem()
            : e.getMessage();
    return String.valueOf(message).replaceAll("\\s+", " ").strip();
  }
}
