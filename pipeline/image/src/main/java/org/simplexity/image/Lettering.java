package org.simplexity.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Draws a letter, as the charts of reports do: needs FreeType, Fontconfig and a font. */
final class Lettering {
  private static final int SIDE = 40;

  private Lettering() {}

  /**
   * Draws an H, which has ink in the middle of both halves.
   *
   * @throws IllegalStateException if there is no ink
   */
  static String check() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.setFont(pen.getFont().deriveFont((float) SIDE));
    pen.drawString("H", 0, SIDE - 2);
    String font = pen.getFont().getFontName();
    pen.dispose();
    int[] row = image.getRaster().getSamples(0, SIDE / 2, SIDE, 1, 0, (int[]) null);
    if (Arrays.stream(row).max().orElse(0) < 128) {
      throw new IllegalStateException("a letter in " + font + " has no ink");
    }
    return "a letter drawn in " + font;
  }
}
