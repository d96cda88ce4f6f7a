package org.simplexity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.execution.nd4j.Device;

class DeviceVectorTest {
  @BeforeAll
  static void prepare() {
    NativeEnvironment.prepare();
  }

  private static DeviceVector vector(Precision precision, double... values) {
    DeviceVector vector = DeviceVector.zeros(values.length, new Device(precision));
    vector.copyFrom(values);
    return vector;
  }

  @ParameterizedTest
  @EnumSource
  void coordinatesComeBackAsTheyWereWritten(Precision precision) {
    DeviceVector vector = vector(precision, 1, -2.5, 4);
    vector.set(1, 0.75);
    assertThat(vector.get(1)).isEqualTo(0.75);
    assertThat(vector.toArray()).containsExactly(1, 0.75, 4);
    assertThat(vector.toFloatArray()).containsExactly(1f, 0.75f, 4f);
    assertThat(vector.isFinite()).isTrue();
    FlatVector heap = FlatVector.zeros(3, precision);
    heap.copyFrom(vector);
    vector.fill(3);
    vector.set(0, Double.NaN);
    assertThat(vector.isFinite()).isFalse();
    vector.copyFrom(heap);
    assertThat(vector.toArray()).containsExactly(1, 0.75, 4);
    assertThatIllegalArgumentException().isThrownBy(() -> vector.copyFrom(new double[2]));
  }

  @Test
  void anEmptyVectorHasNothing() {
    DeviceVector vector = vector(Precision.FLOAT);
    vector.fill(1);
    vector.add(2, vector.zerosLike());
    assertThat(vector.toArray()).isEmpty();
    assertThat(vector.norm()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aLongVectorIsBroughtToTheLargestNorm(Precision precision) {
    double[] values = new Random(1).doubles(2_000_000, 0.5, 1.5).toArray();
    DeviceVector vector = vector(precision, values);
    vector.limitNorm(1);
    assertThat(vector.norm()).isCloseTo(1, offset(precision == Precision.FLOAT ? 1e-5 : 1e-12));
    double[] before = vector.toArray();
    vector.limitNorm(1.1);
    assertThat(vector.toArray()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreBoundedAndWhatIsNoNumberStays(Precision precision) {
    DeviceVector vector = vector(precision, -3, 0.5, 2, Double.NaN, Double.POSITIVE_INFINITY);
    vector.limitValues(1);
    assertThat(vector.toArray()).containsExactly(-1, 0.5, 1, Double.NaN, 1);
  }

  @Test
  void algebraIsThatOfItsFormulas() {
    DeviceVector x = vector(Precision.DOUBLE, 4, 9);
    x.add(-0.5, vector(Precision.DOUBLE, 4, 2));
    assertThat(x.toArray()).containsExactly(2, 8);
    x.square();
    assertThat(x.toArray()).containsExactly(4, 64);
    x.divideRoot(vector(Precision.DOUBLE, 6, 34), 2, 1);
    assertThat(x.toArray()).containsExactly(new double[] {6 / 5., 2}, offset(1e-15));
    x.scale(-10);
    assertThat(x.toArray()).containsExactly(new double[] {-12, -20}, offset(1e-13));
  }

  @Test
  void algebraReadsNothing() {
    DeviceVector x = vector(Precision.FLOAT, 4, 9);
    DeviceVector y = x.zerosLike();
    y.copyFrom(x);
    y.scale(2);
    y.add(1, x);
    y.square();
    y.limitValues(5);
    y.limitNorm(1);
    y.divideRoot(x, 1, 1);
    x.fill(1);
    x.set(0, 2);
    assertThat(x.device().reads() + y.device().reads()).isZero();
    assertThat(Arrays.stream(y.toArray()).sum()).isPositive();
    assertThat(y.device().reads()).isEqualTo(1);
  }
}
