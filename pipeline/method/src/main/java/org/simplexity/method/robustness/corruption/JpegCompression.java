package org.simplexity.method.robustness.corruption;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/** Rounds to bytes, and goes through a JPEG file of low quality, with Java's own codec. */
final class JpegCompression implements ImageFilter {
  private static final int[] QUALITY = {80, 65, 58, 50, 40};
  private static final int WHITE = 255;

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    try {
      byte[] file = write(picture(image), QUALITY[severity - 1] / 100f);
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
      WritableRaster raster = read.getRaster();
      boolean grey = image.shape().channels() == 1;
      return Pixels.of(
          image.shape(),
          (c, y, x) ->
              (grey ? raster.getSample(x, y, 0) : read.getRGB(x, y) >> (16 - 8 * c) & WHITE)
                  / (double) WHITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot compress an image in memory", e);
    }
  }

  private static BufferedImage picture(Pixels image) {
    ImageShape shape = image.shape();
    boolean grey = shape.channels() == 1;
    int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage picture = new BufferedImage(shape.width(), shape.height(), type);
    WritableRaster raster = picture.getRaster();
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          int value = (int) Math.round(WHITE * image.at(channel, row, column));
          raster.setSample(column, row, channel, value);
        }
      }
    }
    return picture;
  }

  private static byte[] write(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(stream);
        writer.write(null, new IIOImage(picture, null, null), parameters);
      }
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }
}
