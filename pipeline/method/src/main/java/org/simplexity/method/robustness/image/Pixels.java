package org.simplexity.method.robustness.image;

import java.util.function.DoubleUnaryOperator;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;

/** One image as real numbers, [channel][row][column]; black is 0, white is 1. Immutable. */
public final class Pixels {
  private static final double BYTE = 255;

  private final ImageShape shape;
  private final double[] values;

  private Pixels(ImageShape shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** A number for every place of an image. */
  @FunctionalInterface
  public interface Field {
    /**
     * The number at one place.
     *
     * @param channel channel from 0
     * @param row row from 0
     * @param column column from 0
     */
    double at(int channel, int row, int column);
  }

  /**
   * An image of a field's numbers, asked for in the order of channels, rows and columns.
   *
   * @param shape shape of the image
   * @param field its numbers
   */
  public static Pixels of(ImageShape shape, Field field) {
    double[] values = new double[shape.size()];
    int next = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          values[next++] = field.at(channel, row, column);
        }
      }
    }
    return new Pixels(shape, values);
  }

  /**
   * An image of a set, its bytes divided by 255.
   *
   * @param set images
   * @param index which of them
   */
  public static Pixels of(ImageSet set, int index) {
    double[] values = new double[set.shape().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = set.pixel(index, i) / BYTE;
    }
    return new Pixels(set.shape(), values);
  }

  /** Shape of the image. */
  public ImageShape shape() {
    return shape;
  }

  /**
   * The number at one place.
   *
   * @param channel channel from 0
   * @param row row from 0
   * @param column column from 0
   */
  public double at(int channel, int row, int column) {
    return values[(channel * shape.height() + row) * shape.width() + column];
  }

  /**
   * The number at a place of the flat array, channel-major.
   *
   * @param position (channel · height + row) · width + column
   */
  public double at(int position) {
    return values[position];
  }

  /**
   * This image with every number changed alike.
   *
   * @param change from old to new number
   */
  public Pixels map(DoubleUnaryOperator change) {
    double[] changed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      changed[i] = change.applyAsDouble(values[i]);
    }
    return new Pixels(shape, changed);
  }

  /** This image with every number moved into [0, 1]. */
  public Pixels clipped() {
    return map(value -> Math.min(1, Math.max(0, value)));
  }

  /** Mean of one channel. */
  public double mean(int channel) {
    double sum = 0;
    for (int i = channel * shape.plane(); i < (channel + 1) * shape.plane(); i++) {
      sum += values[i];
    }
    return sum / shape.plane();
  }

  /** Greatest number of all channels. */
  public double greatest() {
    double greatest = values[0];
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }
}
