package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"loss", "structure/gamma/normal/0-1/sep_conv_3x3", "a b.c", "größe", "..a/b.."})
  void validNamesAreTaken(String name) {
    assertThat(Names.require("metric", name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a(b), a_b_",
    "/a, a",
    "a//b, a/b",
    "a/../b, a/b",
    "./a, a",
    "a/, a",
    "'', unnamed",
    "a:b, a_b",
    "λ², λ_"
  })
  void otherNamesAreRefusedWithTheNearestValidOne(String name, String nearest) {
    assertThatThrownBy(() -> Names.require("metric", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + name + "\"")
        .hasMessageEndingWith("nearest valid name: \"" + nearest + "\"");
  }

  @Property
  void theNearestNameIsAlwaysValid(@ForAll String name) {
    try {
      Names.require("tag", name);
    } catch (IllegalArgumentException e) {
      String said = e.getMessage();
      String nearest = said.substring(said.lastIndexOf(": \"") + 3, said.length() - 1);
      assertThat(Names.require("tag", nearest)).isEqualTo(nearest);
    }
  }
}
