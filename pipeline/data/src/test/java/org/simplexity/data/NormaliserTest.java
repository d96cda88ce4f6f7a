package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Placement.Square;

class NormaliserTest {
  private static final ImageShape SHAPE = new ImageShape(1, 3, 4);
  private static final Square NOTHING = new Square(0, 0, 0);
  private static final byte[] IMAGE = {
    1, 2, 3, 4, //
    5, 6, 7, 8, //
    9, 10, 11, 12
  };

  @Test
  void anImageIsWrittenAsItIs() {
    assertThat(placed(Placement.IDENTITY)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void aCropMovesTheWindowAndPadsWithTheMean() {
    assertThat(placed(new Placement(1, -1, false, NOTHING)))
        .containsExactly(
            0, 5, 6, 7, //
            0, 9, 10, 11, //
            0, 0, 0, 0);
  }

  @Test
  void aFlipMirrorsLeftAndRight() {
    assertThat(placed(new Placement(0, 0, true, NOTHING)))
        .containsExactly(
            4, 3, 2, 1, //
            8, 7, 6, 5, //
            12, 11, 10, 9);
  }

  @Test
  void aFlipMirrorsTheCroppedWindow() {
    assertThat(placed(new Placement(0, 2, true, NOTHING)))
        .containsExactly(
            0, 0, 4, 3, //
            0, 0, 8, 7, //
            0, 0, 12, 11);
  }

  @Test
  void aCutoutBlanksASquareClippedAtTheBorder() {
    assertThat(placed(new Placement(0, 0, false, new Square(1, 3, 2))))
        .containsExactly(
            1, 2, 3, 4, //
            5, 6, 7, 0, //
            9, 10, 11, 0);
  }

  @Test
  void aCutoutIsPlacedAfterTheFlip() {
    assertThat(placed(new Placement(0, 0, true, new Square(0, 0, 1)))[0]).isZero();
  }

  @Test
  void everyChannelIsNormalisedByItsOwnStatistics() {
    Normaliser normaliser =
        new Normaliser(
            new ImageShape(2, 1, 1), new ChannelStatistics(List.of(0.0, 1.0), List.of(1.0, 0.5)));
    float[] into = new float[3];
    normaliser.write(new byte[] {(byte) 255, (byte) 255}, Placement.IDENTITY, into, 1);
    assertThat(into).containsExactly(0, 1, 0);
  }

  @Test
  void statisticsOfOtherChannelsAreRefused() {
    ChannelStatistics grey = new ChannelStatistics(List.of(0.0), List.of(1.0));
    assertThatThrownBy(() -> new Normaliser(new ImageShape(3, 1, 1), grey))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("statistics of 1 channels do not fit images of 3x1x1");
  }

  @Property
  void drawsStayWithinTheirBounds(
      @ForAll long seed, @ForAll @IntRange(max = 4) int crop, @ForAll @IntRange(max = 6) int side) {
    Placement drawn =
        Placement.draw(new Augmentation(crop, true, side), SHAPE, new Seed(seed).generator());
    assertThat(drawn.top()).isBetween(-crop, crop);
    assertThat(drawn.left()).isBetween(-crop, crop);
    assertThat(drawn.cut().side()).isEqualTo(side);
    assertThat(drawn.cut().top() + side / 2).isBetween(0, side > 0 ? 2 : 0);
    assertThat(drawn.cut().left() + side / 2).isBetween(0, side > 0 ? 3 : 0);
  }

  @Test
  void drawsReachEveryOffsetAndBothDirections() {
    boolean[] tops = new boolean[5];
    boolean[] flips = new boolean[2];
    for (int i = 0; i < 200; i++) {
      Placement drawn =
          Placement.draw(new Augmentation(2, true, 0), SHAPE, new Seed(i).generator());
      tops[drawn.top() + 2] = true;
      flips[drawn.flipped() ? 1 : 0] = true;
    }
    assertThat(tops).containsOnly(true);
    assertThat(flips).containsOnly(true);
  }

  /** Statistics under which byte b becomes b exactly. */
  private static float[] placed(Placement placement) {
    ChannelStatistics bytes = new ChannelStatistics(List.of(0.0), List.of(1 / 255.0));
    float[] into = new float[SHAPE.size()];
    Arrays.fill(into, Float.NaN);
    new Normaliser(SHAPE, bytes).write(IMAGE, placement, into, 0);
    for (int i = 0; i < into.length; i++) {
      into[i] = Math.round(into[i]);
    }
    return into;
  }
}
