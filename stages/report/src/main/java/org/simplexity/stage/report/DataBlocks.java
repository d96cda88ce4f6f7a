package org.simplexity.stage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Facts;
import org.simplexity.report.content.Facts.Fact;
import org.simplexity.report.content.Picture;

/** What is known of prepared images, with a picture of some. */
final class DataBlocks {
  private DataBlocks() {}

  static List<Block> of(UpstreamRun run) throws IOException {
    JsonNode data = JsonFile.read(run.artifact("data/provenance.json"));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Data set", data.path("name").asText()));
    facts.add(new Fact("Images", sizes(data.path("splits"))));
    facts.add(new Fact("Shape", shape(data.path("shape"))));
    facts.add(new Fact("Classes", classes(data.path("classes"))));
    facts.add(new Fact("Licence", data.path("provenance").path("licence").asText()));
    facts.add(new Fact("SHA-256", data.path("checksum").asText()));
    byte[] samples = Files.readAllBytes(run.artifact("data/samples.png"));
    String caption = "Images of " + data.path("name").asText() + ", one row a class";
    return List.of(new Facts(facts), Picture.png(caption, samples));
  }

  private static String sizes(JsonNode splits) {
    List<String> sizes = new ArrayList<>();
    splits
        .properties()
        .forEach(
            split -> sizes.add(split.getKey() + " " + split.getValue().path("images").asInt()));
    return String.join(", ", sizes);
  }

  private static String shape(JsonNode shape) {
    int channels = shape.path("channels").asInt();
    return shape.path("width").asInt()
        + " × "
        + shape.path("height").asInt()
        + (channels == 1 ? ", grey" : ", " + channels + " channels");
  }

  private static String classes(JsonNode classes) {
    List<String> names = new ArrayList<>();
    classes.forEach(name -> names.add(name.asText()));
    return names.size() + ": " + String.join(", ", names);
  }
}
