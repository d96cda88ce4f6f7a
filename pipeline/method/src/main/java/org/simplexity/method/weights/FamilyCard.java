package org.simplexity.method.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;

/**
 * What has to be known of fitted weights besides their numbers, so that they can be read without
 * the experiment that they come from; JSON beside the archive of the weights.
 *
 * @param experiment name of the experiment
 * @param model what was fitted
 * @param knots knots of a hypernetwork; the first and the last bound its range
 * @param lambda λ that a model was fitted at which is no hypernetwork
 * @param network network
 * @param input shape of an image
 * @param classes names of the classes, in the order of the logits
 * @param normalisation the network reads (pixel / 255 − mean) / standard deviation of each channel
 */
public record FamilyCard(
    String experiment,
    FamilyModel model,
    List<Double> knots,
    double lambda,
    FamilyNetwork network,
    Shape input,
    List<String> classes,
    ChannelStatistics normalisation) {
  /** Where a run keeps it. */
  public static final String ARTIFACT = "family/family.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists and checks the knots. */
  public FamilyCard {
    knots = List.copyOf(knots);
    classes = List.copyOf(classes);
    Knots.check(knots);
  }

  /** The network that the weights are of. */
  public Network build() {
    return network.build(input, classes.size());
  }

  /** The range of λ of a hypernetwork. */
  public LambdaRange range() {
    return Knots.range(knots);
  }

  /** Its JSON, which {@link #read} reads. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("experiment", experiment);
    root.put("model", model.toString());
    numbers(root.putArray("knots"), knots);
    root.put("lambda", lambda);
    ObjectNode built = root.putObject("network");
    built.put("kind", word(network.kind()));
    built.put("hidden", network.hidden());
    root.putArray("input").add(input.channels()).add(input.height()).add(input.width());
    ArrayNode names = root.putArray("classes");
    classes.forEach(names::add);
    numbers(root.putArray("mean"), normalisation.mean());
    numbers(root.putArray("standard_deviation"), normalisation.standardDeviation());
    return root.toPrettyString() + "\n";
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @param json text
   * @throws IllegalArgumentException if it is something else; the message names the key
   */
  public static FamilyCard read(String json) {
    JsonNode root = tree(json);
    List<Double> input = numbers(root, "input");
    if (input.size() != 3) {
      throw new IllegalArgumentException(
          "input %s must be channels, height and width".formatted(input));
    }
    JsonNode network = required(root, "network");
    return new FamilyCard(
        required(root, "experiment").asText(),
        named(FamilyModel.values(), required(root, "model").asText(), "model"),
        numbers(root, "knots"),
        required(root, "lambda").asDouble(),
        new FamilyNetwork(
            named(FamilyNetwork.Kind.values(), required(network, "kind").asText(), "kind"),
            required(network, "hidden").asInt()),
        new Shape(input.get(0).intValue(), input.get(1).intValue(), input.get(2).intValue()),
        required(root, "classes").valueStream().map(JsonNode::asText).toList(),
        new ChannelStatistics(numbers(root, "mean"), numbers(root, "standard_deviation")));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode required(JsonNode node, String key) {
    if (!node.has(key)) {
      throw new IllegalArgumentException("there is no key \"%s\"".formatted(key));
    }
    return node.get(key);
  }

  private static List<Double> numbers(JsonNode root, String key) {
    return required(root, key).valueStream().map(JsonNode::asDouble).toList();
  }

  private static void numbers(ArrayNode array, List<Double> numbers) {
    numbers.forEach(array::add);
  }

  private static <E extends Enum<E>> E named(E[] values, String word, String key) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s \"%s\" is not one of %s".formatted(key, word, words(values))));
  }

  private static String words(Enum<?>[] values) {
    return Arrays.stream(values).map(FamilyCard::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
