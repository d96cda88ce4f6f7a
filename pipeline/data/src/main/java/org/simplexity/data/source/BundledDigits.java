package org.simplexity.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataSet;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Provenance;

/**
 * The 1 797 digits inside this program (Alpaydin and Kaynak 1998, UCI Machine Learning Repository).
 *
 * <p>A value v in 0..16 becomes the byte {@code round(255 v / 16)}.
 */
final class BundledDigits implements ImageSource {
  private static final String RESOURCE = "digits.csv.gz";
  private static final ImageShape SHAPE = new ImageShape(1, 8, 8);
  private static final int LARGEST = 16;

  @Override
  public RawImages load(Progress progress) {
    byte[] csv = unwrap();
    ImageSet images = parse(new String(csv, StandardCharsets.US_ASCII).lines().toList());
    progress.report(images.size(), images.size(), "image", "bundled digits");
    return new RawImages(
        DataSet.DIGITS.text(),
        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
        images,
        null,
        RawImages.Origin.complete(
            List.of(new Provenance.Source("digits.csv", 1, Checksums.of("SHA-256", csv))),
            "CC BY 4.0, Alpaydin and Kaynak 1998, https://doi.org/10.24432/C50P49"));
  }

  private static byte[] unwrap() {
    try (InputStream resource = BundledDigits.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this program's jar");
      }
      return new GZIPInputStream(resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE + " in this program's jar", e);
    }
  }

  private static ImageSet parse(List<String> lines) {
    ImageSet.Builder builder = ImageSet.builder(SHAPE);
    byte[] pixels = new byte[SHAPE.size()];
    for (String line : lines) {
      String[] values = line.split(",", -1);
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (byte) Math.round(255f * Integer.parseInt(values[p]) / LARGEST);
      }
      builder.add(pixels, Integer.parseInt(values[pixels.length]));
    }
    return builder.build();
  }
}
