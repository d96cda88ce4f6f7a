package org.simplexity.space;

import java.util.regex.Pattern;

/** Reads genotypes in any of the notations that are in use. */
public final class GenotypeText {
  private static final Pattern DARTS = Pattern.compile("(?s)\\s*(\\w+\\s*=\\s*)?Genotype\\b.*");

  private GenotypeText() {}

  /**
   * Reads our JSON ({@link GenotypeJson}), the notation of DARTS ({@link DartsText}) or that of
   * NAS-Bench-201 ({@link NasBench201Text}), told apart by how the text begins.
   *
   * @param text one genotype
   * @throws IllegalArgumentException if it is not one; the message points at the place
   */
  public static DiscreteStructure read(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{")) {
      return GenotypeJson.read(text);
    }
    if (start.startsWith("|")) {
      return NasBench201Text.read(text);
    }
    if (DARTS.matcher(text).matches()) {
      return DartsText.read(text);
    }
    throw new PointedText("genotype", text)
        .mistake(
            text.length() - start.length(),
            text.length() - start.length() + 1,
            "a genotype begins with Genotype( as DARTS's, with | as NAS-Bench-201's, or with { as"
                + " JSON");
  }
}
