package org.simplexity.data;

/** Writes images of one shape as normalised floats, placed by an augmentation. */
final class Normaliser {
  private final ImageShape shape;
  private final float[][] tables;

  Normaliser(ImageShape shape, ChannelStatistics statistics) {
    if (statistics.mean().size() != shape.channels()) {
      throw new IllegalArgumentException(
          "statistics of %s channels do not fit images of %s"
              .formatted(statistics.mean().size(), shape));
    }
    this.shape = shape;
    this.tables = new float[shape.channels()][];
    for (int channel = 0; channel < tables.length; channel++) {
      tables[channel] = statistics.normalisation(channel);
    }
  }

  /** Writes the image to {@code into} from {@code offset} on, channel-major. */
  void write(byte[] image, Placement placement, float[] into, int offset) {
    boolean plain = placement.equals(Placement.IDENTITY);
    for (int channel = 0; channel < tables.length; channel++) {
      int from = channel * shape.plane();
      if (plain) {
        copy(image, from, tables[channel], into, offset + from);
      } else {
        place(image, from, tables[channel], placement, into, offset + from);
      }
    }
  }

  private void copy(byte[] image, int from, float[] table, float[] into, int to) {
    for (int p = 0; p < shape.plane(); p++) {
      into[to + p] = table[image[from + p] & 0xff];
    }
  }

  private void place(byte[] image, int from, float[] table, Placement at, float[] into, int to) {
    int width = shape.width();
    for (int y = 0; y < shape.height(); y++) {
      int row = y + at.top();
      for (int x = 0; x < width; x++) {
        int column = (at.flipped() ? width - 1 - x : x) + at.left();
        boolean visible = inside(row, column) && !at.cut().covers(y, x);
        into[to + y * width + x] = visible ? table[image[from + row * width + column] & 0xff] : 0;
      }
    }
  }

  private boolean inside(int row, int column) {
    return row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
  }
}
