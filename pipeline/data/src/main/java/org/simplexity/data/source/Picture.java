package org.simplexity.data.source;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A decoded PNG or JPEG image of any size: 8 bits a channel, grey or red, green, blue.
 *
 * <p>Transparency is dropped, and orientation marks of cameras (EXIF) are not followed.
 */
final class Picture {
  private static final long LARGEST_PIXELS = 1L << 26;

  private final int width;
  private final int height;
  private final int[][] planes;

  private Picture(int width, int height, int[][] planes) {
    this.width = width;
    this.height = height;
    this.planes = planes;
  }

  /**
   * Decodes the content of a file.
   *
   * @throws BrokenImageException if it is no whole PNG or JPEG image
   */
  static Picture decode(byte[] content) throws BrokenImageException {
    if (PngChunks.isPng(content)) {
      PngChunks.check(content);
    }
    ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new BrokenImageException("neither PNG nor JPEG by its content");
    }
    ImageReader reader = readers.next();
    try {
      return of(read(reader, in));
    } catch (IOException | RuntimeException e) {
      throw new BrokenImageException(String.valueOf(e.getMessage()), e);
    } finally {
      reader.dispose();
    }
  }

  /** Columns. */
  int width() {
    return width;
  }

  /** Rows. */
  int height() {
    return height;
  }

  /** Number of channels: 1 or 3. */
  int channels() {
    return planes.length;
  }

  /** Value of a channel in 0..255. */
  int value(int channel, int row, int column) {
    return planes[channel][row * width + column];
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream in)
      throws IOException, BrokenImageException {
    List<String> damage = new ArrayList<>();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (JpegWarnings.isDamage(warning)) {
            damage.add(warning);
          }
        });
    reader.setInput(in, true, true);
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > LARGEST_PIXELS) {
      throw new BrokenImageException(
          "%s pixels, more than the %s that are read".formatted(pixels, LARGEST_PIXELS));
    }
    BufferedImage image = reader.read(0);
    if (!damage.isEmpty()) {
      throw new BrokenImageException(damage.get(0));
    }
    return image;
  }

  private static Picture of(BufferedImage image) {
    int bands = image.getRaster().getNumBands();
    boolean grey = bands <= 2 && !(image.getColorModel() instanceof IndexColorModel);
    int[][] planes = grey ? greyPlane(image) : colourPlanes(image);
    return new Picture(image.getWidth(), image.getHeight(), planes);
  }

  /** Samples as stored: the colour model of Java would bend grey by a gamma that no file has. */
  private static int[][] greyPlane(BufferedImage image) {
    Raster raster = image.getRaster();
    int[] plane = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    for (int p = 0; p < plane.length; p++) {
      plane[p] = (int) ((plane[p] * 255L + largest / 2) / largest);
    }
    return new int[][] {plane};
  }

  private static int[][] colourPlanes(BufferedImage image) {
    int width = image.getWidth();
    int[] packed = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    int[][] planes = new int[3][packed.length];
    for (int p = 0; p < packed.length; p++) {
      planes[0][p] = packed[p] >> 16 & 0xff;
      planes[1][p] = packed[p] >> 8 & 0xff;
      planes[2][p] = packed[p] & 0xff;
    }
    return planes;
  }
}
