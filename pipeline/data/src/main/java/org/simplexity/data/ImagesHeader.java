package org.simplexity.data;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** What an images file says before its pixels; text and integers only, so equal on every Java. */
@JsonPropertyOrder({"name", "classes", "shape", "sizes", "provenance"})
record ImagesHeader(
    String name,
    List<String> classes,
    ImageShape shape,
    List<Integer> sizes,
    Provenance provenance) {

  static ImagesHeader of(PreparedImages images) {
    return new ImagesHeader(
        images.name(),
        images.classes(),
        images.shape(),
        images.splits().all().stream().map(ImageSet::size).toList(),
        images.provenance());
  }

  static ImagesHeader parse(byte[] json) throws IOException {
    return new ObjectMapper().readValue(json, ImagesHeader.class);
  }

  byte[] json() {
    try {
      return new ObjectMapper().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a header of text and integers is always JSON", e);
    }
  }
}
