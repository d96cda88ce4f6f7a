package org.simplexity.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Images of one shape side by side, row after row, as a picture. */
public final class ImageGrid {
  private static final int TILE = 56;
  private static final int GAP = 4;
  private static final float WHITE = 255;

  private final ImageShape shape;
  private final int scale;

  private ImageGrid(ImageShape shape) {
    this.shape = shape;
    this.scale = Math.max(1, TILE / Math.max(shape.width(), shape.height()));
  }

  /**
   * The grid as the bytes of a PNG file; small images are magnified.
   *
   * @param shape shape of every image
   * @param rows images of each row, pixels from 0 to 1 as [channel][row][column]; values beyond are
   *     shown as the nearest
   * @throws IllegalArgumentException if there is no image, or one has another number of pixels
   */
  public static byte[] png(ImageShape shape, List<List<float[]>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    if (columns == 0) {
      throw new IllegalArgumentException("a grid of no images cannot be drawn");
    }
    BufferedImage grid = new ImageGrid(shape).draw(rows, columns);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(grid, "png", out)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private BufferedImage draw(List<List<float[]>> rows, int columns) {
    int width = shape.width() * scale + GAP;
    int height = shape.height() * scale + GAP;
    BufferedImage grid =
        new BufferedImage(
            columns * width + GAP, rows.size() * height + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = grid.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, grid.getWidth(), grid.getHeight());
    graphics.dispose();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        paint(grid, rows.get(row).get(column), GAP + column * width, GAP + row * height);
      }
    }
    return grid;
  }

  private void paint(BufferedImage grid, float[] image, int left, int top) {
    if (image.length != shape.size()) {
      throw new IllegalArgumentException(
          "%d pixels are not an image of %s".formatted(image.length, shape));
    }
    for (int y = 0; y < shape.height() * scale; y++) {
      for (int x = 0; x < shape.width() * scale; x++) {
        grid.setRGB(left + x, top + y, colour(image, y / scale * shape.width() + x / scale));
      }
    }
  }

  private int colour(float[] image, int position) {
    int colour = 0;
    for (int channel = 0; channel < 3; channel++) {
      int source = shape.channels() == 3 ? channel : 0;
      float value = image[source * shape.plane() + position];
      colour = colour << 8 | Math.round(WHITE * Math.max(0, Math.min(1, value)));
    }
    return colour;
  }
}
