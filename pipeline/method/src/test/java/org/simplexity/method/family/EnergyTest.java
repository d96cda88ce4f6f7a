package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.kernel.Shape;
import org.simplexity.method.PassTiming;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Form;

class EnergyTest {
  @TempDir Path folder;

  private void zone(String name, long energy) throws IOException {
    Path zone = Files.createDirectories(folder.resolve(name));
    Files.writeString(zone.resolve("energy_uj"), energy + "\n");
    Files.writeString(zone.resolve("max_energy_range_uj"), "1000\n");
  }

  @Test
  void packagesAreAddedUpAndCountersMayGoAround() throws IOException {
    zone("intel-rapl:0", 900);
    zone("intel-rapl:1", 50);
    zone("intel-rapl:0:0", 7);
    EnergyCounter counter = EnergyCounter.in(folder).orElseThrow();
    assertThat(counter.getAsLong()).isZero();
    zone("intel-rapl:0", 20);
    zone("intel-rapl:1", 80);
    zone("intel-rapl:0:0", 500);
    assertThat(counter.getAsLong()).as("120 around the end, 30").isEqualTo(150);
    zone("intel-rapl:0", 30);
    assertThat(counter.getAsLong()).isEqualTo(160);
  }

  @Test
  void aMachineThatTellsNothingHasNoCounter() throws IOException {
    assertThat(EnergyCounter.in(folder.resolve("absent"))).isEmpty();
    Files.createDirectories(folder.resolve("intel-rapl:0"));
    assertThat(EnergyCounter.in(folder)).as("a zone without a counter").isEmpty();
  }

  /** A first pass takes 20 mJ; then an operation takes 5, the average after it 2 of them. */
  private static final class Script implements LongSupplier {
    private int readings;
    private long total;

    @Override
    public long getAsLong() {
      if (readings % 2 == 1) {
        int turn = readings / 2;
        total += turn == 0 ? 20_000 : turn % 2 == 1 ? 5000 : 2000;
      }
      readings++;
      return total;
    }
  }

  @Test
  void anOperationTakesWhatIsMeasuredWithItLessWhatIsWithoutIt() {
    CellSpace space =
        new CellSpace(
            new CellSpaceSettings(1, 1, 2, List.of("skip_connect", "sep_conv_3x3"), 1, 1),
            new Shape(1, 4, 4),
            2);
    EnergyMetering onePass = new EnergyMetering(new Script(), 1, 1e-12);
    CostMeasurement measurement =
        new CostMeasurement(space, Form.EVALUATION, new PassTiming(0, 1, 1), Optional.of(onePass));
    OperationCosts energies = measurement.of(CostKind.ENERGY);
    int coordinates = 2 * 2;
    assertThat(Arrays.stream(energies.table()).filter(cost -> cost > 0).toArray())
        .as("of the one cell's type")
        .hasSize(coordinates)
        .containsOnly(new double[] {5 - 2}, within(1e-12));
    assertThat(energies.frame()).as("20 less two identities").isCloseTo(14, within(1e-12));
  }

  @Test
  void aPriceOnEnergyThatNobodyTellsIsRefused() {
    CellSpace space =
        new CellSpace(
            new CellSpaceSettings(1, 1, 2, List.of("skip_connect", "sep_conv_3x3"), 1, 1),
            new Shape(1, 4, 4),
            2);
    CostMeasurement silent =
        new CostMeasurement(space, Form.EVALUATION, new PassTiming(0, 1, 1), Optional.empty());
    assertThat(CostTables.of(silent).costs()).hasSize(4).doesNotContainKey(CostKind.ENERGY);
    assertThatThrownBy(() -> silent.of(CostKind.ENERGY))
        .hasMessage("this machine does not tell the energy that it uses");
    Map<CostKind, OperationCosts> costs = CostTables.of(silent).costs();
    assertThatThrownBy(() -> new CostMix(1, 0, 0, 0, 1).of(costs))
        .hasMessageContaining("no costs of kind energy")
        .hasMessageEndingWith("this machine does not tell the energy that it uses");
    assertThat(new CostMix(1, 0, 0, 0, 0).of(costs).greatest()).isCloseTo(1, within(1e-12));
  }
}
