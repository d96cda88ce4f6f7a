package org.simplexity.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Genotypes as JSON text. */
public final class GenotypeJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private GenotypeJson() {}

  /**
   * The genotype as indented JSON.
   *
   * @param genotype structure to write
   */
  public static String write(Genotype genotype) {
    try {
      return MAPPER.writeValueAsString(genotype) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a genotype is always representable as JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param json text of one genotype
   * @throws IllegalArgumentException if the text is not a genotype; the message says where
   */
  public static Genotype read(String json) {
    try {
      return MAPPER.readValue(json, Genotype.class);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new IllegalArgumentException(
          "not a genotype%s: %s".formatted(where, e.getOriginalMessage()), e);
    }
  }
}
