package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DataDescriptionTest {
  private final PreparedImages images = Images.prepared();

  @Test
  void theJsonHoldsEverythingButThePixels() throws IOException {
    JsonNode json = new ObjectMapper().readTree(DataDescription.of(images).json());
    assertThat(json.at("/name").asText()).isEqualTo("counted");
    assertThat(json.at("/shape/height").asInt()).isEqualTo(4);
    assertThat(json.at("/classes/1").asText()).isEqualTo("odd");
    assertThat(json.at("/splits/train/images").asInt()).isEqualTo(10);
    assertThat(json.at("/splits/validation/per_class/0").asInt()).isEqualTo(2);
    assertThat(json.at("/splits/test/images").asInt()).isEqualTo(4);
    assertThat(json.at("/splits/test/sha256").asText())
        .isEqualTo(digest(images.test()))
        .isNotEqualTo(json.at("/splits/train/sha256").asText());
    assertThat(json.at("/statistics/mean").size()).isEqualTo(3);
    assertThat(json.at("/statistics/standard_deviation/0").asDouble())
        .isEqualTo(images.statistics().standardDeviation().get(0));
    assertThat(json.at("/provenance/seed").asLong()).isEqualTo(42);
    assertThat(json.at("/provenance/sources/0/sha256").asText()).isEqualTo("00ff");
    assertThat(json.at("/provenance/skipped/0/file").asText()).isEqualTo("odd/3.png");
    assertThat(json.at("/provenance/ignored").asInt()).isEqualTo(2);
    assertThat(json.at("/checksum").asText()).isEqualTo(images.checksum());
  }

  /** Of the labels as 32 bits, the highest first, then of the pixels. */
  private static String digest(ImageSet set) {
    ByteBuffer bytes = ByteBuffer.allocate(set.size() * (4 + set.shape().size()));
    for (int i = 0; i < set.size(); i++) {
      bytes.putInt(set.label(i));
    }
    byte[] pixels = new byte[set.shape().size()];
    for (int i = 0; i < set.size(); i++) {
      set.pixels(i, pixels, 0);
      bytes.put(pixels);
    }
    return Checksums.of("SHA-256", bytes.array());
  }
}
