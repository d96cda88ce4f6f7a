package org.simplexity.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of components in CycloneDX's JSON. */
final class Components {
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

  private Components() {}

  /** Names of the files of all components, as Maven names them. */
  static List<String> files(Path list) throws IOException {
    JsonNode components = new ObjectMapper().readTree(list.toFile()).path("components");
    List<String> names = new ArrayList<>();
    for (JsonNode component : components) {
      Matcher found = CLASSIFIER.matcher(component.path("purl").asText());
      String classifier = found.find() ? "-" + found.group(1) : "";
      names.add(
          component.path("name").asText()
              + "-"
              + component.path("version").asText()
              + classifier
              + ".jar");
    }
    return names;
  }
}
