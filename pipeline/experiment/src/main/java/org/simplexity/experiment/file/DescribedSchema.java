package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The schema of experiment files with its descriptions, as {@code experiments/} holds it. */
public final class DescribedSchema {
  private static final String RESOURCE = "/org/simplexity/experiment/experiment.schema.json";

  private DescribedSchema() {}

  /** Reads the schema that was packaged with this code. */
  public static JsonNode read() {
    try (InputStream stream = DescribedSchema.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("this jar was packaged without " + RESOURCE);
      }
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}
