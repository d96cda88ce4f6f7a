package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code dist/sbom.cdx.json}, the list of components. */
class ComponentsTest {
  private static final Path DIST = Checkout.ROOT.resolve("dist");
  private static final Path LIST = DIST.resolve("sbom.cdx.json");

  @BeforeEach
  void requireList() {
    assumeTrue(Files.exists(LIST), "Maven leaves the list of components out when it is offline");
  }

  @Test
  void everyLibraryIsListedWithItsChecksum() throws IOException {
    try (Stream<Path> jars = Files.list(DIST.resolve("lib"))) {
      assertThat(Components.files(LIST))
          .containsAll(jars.map(jar -> jar.getFileName().toString()).toList());
    }
    for (JsonNode component : new ObjectMapper().readTree(LIST.toFile()).path("components")) {
      if (!component.path("group").asText().equals("org.simplexity")) {
        assertThat(component.path("hashes").findValuesAsText("alg"))
            .as(component.path("name").asText())
            .contains("SHA-256");
      }
    }
  }

  @Test
  void nothingInItChangesFromBuildToBuild() throws IOException {
    JsonNode list = new ObjectMapper().readTree(LIST.toFile());
    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(list.has("serialNumber")).isFalse();
    assertThat(list.at("/metadata/timestamp").asText("")).isIn("", "2026-11-22T00:00:00Z");
  }
}
