package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Shape;
import org.simplexity.method.MethodState;
import org.simplexity.method.Score;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.Genotype;
import org.simplexity.space.StructureLayout;

class FamilySurveyTest {
  private static final List<String> OPERATIONS =
      List.of("max_pool_3x3", "skip_connect", "sep_conv_3x3");
  private static final StructureLayout LAYOUT =
      new StructureLayout(List.of(new EdgePosition(0, 2), new EdgePosition(1, 2)), OPERATIONS);
  private static final OperationCosts WEIGHTS =
      new OperationCosts(LAYOUT, new double[] {0, 0, 7, 0, 0, 7, 0, 4, 9, 0, 4, 9}, 50);
  private static final OperationCosts TIMES =
      new OperationCosts(LAYOUT, new double[] {2, 0, 3, 2, 0, 3, 1, 1, 1, 1, 1, 1}, 0.5);
  private static final CostTables COSTS =
      new CostTables(Map.of(CostKind.LATENCY, TIMES, CostKind.PARAMETERS, WEIGHTS));

  /** At S every edge has the operation whose number is given by the sign of its logits. */
  private static StructureFamily family(int favourite, double strength) {
    RadialBasisLogits map = new RadialBasisLogits(3, LAYOUT.groups(), 5);
    double[] a = map.initial(0, new Seed(1).generator());
    for (int r = 0; r < 3; r++) {
      int start = map.references() * 3 + r * map.logitCount();
      int chosen = (r + favourite) % 3;
      for (int i = chosen; i < map.logitCount(); i += 3) {
        a[start + i] = strength;
      }
    }
    return new StructureFamily(LAYOUT, new VectorComplexity(3), map, a);
  }

  private static List<FamilyMember> members(StructureFamily family, int divisions) {
    return new FamilySurvey(family, Derivation.EVERY_EDGE, COSTS)
        .at(family.control().grid(divisions), genotype -> new Score(1, 0.5));
  }

  @Test
  void membersHaveTheCostsOfTheirOperationsAndEqualStructuresAreScoredOnce() {
    StructureFamily family = family(0, 10);
    FamilySurvey survey = new FamilySurvey(family, Derivation.EVERY_EDGE, COSTS);
    List<Genotype> scored = new ArrayList<>();
    List<List<Double>> grid = family.control().grid(4);
    List<FamilyMember> members =
        survey.at(
            grid,
            genotype -> {
              scored.add(genotype);
              return new Score(scored.size(), 0.5);
            });
    assertThat(members).hasSize(15).extracting(FamilyMember::condition).isEqualTo(grid);
    assertThat(scored).doesNotHaveDuplicates().hasSize(survey.distinct(grid)).hasSize(3);
    FamilyMember convolutions =
        members.stream().filter(m -> m.count("sep_conv_3x3") == 4).findFirst().orElseThrow();
    assertThat(convolutions.costs())
        .containsEntry(CostKind.PARAMETERS, 50.0 + 7 + 7 + 9 + 9)
        .containsEntry(CostKind.LATENCY, 0.5 + 3 + 3 + 1 + 1);
  }

  @Test
  void moreOfWhatGetsDearerIsAViolationAndLessIsNone() {
    // the operation of the greatest price is taken everywhere: the opposite of what prices are for
    List<FamilyMember> wrong = members(family(0, 10), 4);
    // that after it is taken
    List<FamilyMember> right = members(family(1, -10), 4);
    for (PriceResponse response : PriceResponse.of(OPERATIONS, wrong, 4)) {
      assertThat(response.moves()).as("10 places with S_j > 0, two j").isEqualTo(20);
      assertThat(response.greatestRise()).isEqualTo(4);
      assertThat(response.violations()).isEqualTo(brute(wrong, response.operation()));
    }
    for (PriceResponse response : PriceResponse.of(OPERATIONS, right, 4)) {
      assertThat(response.violations()).isEqualTo(brute(right, response.operation()));
    }
  }

  /** Counts pairs of members whose prices differ by a quarter in just two places. */
  private static int brute(List<FamilyMember> members, String operation) {
    int k = OPERATIONS.indexOf(operation);
    int violations = 0;
    for (FamilyMember from : members) {
      for (FamilyMember to : members) {
        double distance = 0;
        for (int i = 0; i < 3; i++) {
          distance += Math.abs(to.condition().get(i) - from.condition().get(i));
        }
        boolean dearer = to.condition().get(k) == from.condition().get(k) + 0.25;
        if (distance == 0.5 && dearer && to.count(operation) > from.count(operation)) {
          violations++;
        }
      }
    }
    return violations;
  }

  @Test
  void costsComeBackFromAState() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    COSTS.save(arrays);
    CostTables restored = CostTables.restored(new MethodState(arrays), LAYOUT);
    assertThat(restored.costs().keySet()).containsExactly(CostKind.PARAMETERS, CostKind.LATENCY);
    COSTS
        .costs()
        .forEach(
            (kind, costs) -> {
              OperationCosts own = restored.costs().get(kind);
              assertThat(own).isNotNull();
              assertThat(own.table()).containsExactly(costs.table());
              assertThat(own.frame()).isEqualTo(costs.frame());
            });
  }

  @Test
  void aSearchedFamilyComesBackFromItsJson() {
    StructureFamilySettings settings = Settings.of(ComplexityKind.VECTOR, Levels.ONE, 1, 1);
    StructureFamily family = family(1, 10);
    SearchedFamily searched =
        new SearchedFamily(
            "run",
            new Shape(1, 6, 5),
            List.of("a", "b"),
            new ChannelStatistics(List.of(0.25), List.of(0.5)),
            Arrays.stream(family.parameters()).boxed().toList(),
            COSTS,
            members(family, 3),
            members(family, 1));
    SearchedFamily read = SearchedFamilyJson.read(SearchedFamilyJson.write(searched));
    assertThat(read.members()).isEqualTo(searched.members()).hasSize(10);
    assertThat(read.points()).isEqualTo(searched.points()).hasSize(3);
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("costs", "members", "points")
        .isEqualTo(searched);
    double[] prices = {0.2, 0.3, 0.5};
    assertThat(read.family(settings).logits(prices)).containsExactly(family.logits(prices));
    assertThatThrownBy(() -> SearchedFamilyJson.read("{\"images\": \"x\", \"input\": [1]}"))
        .hasMessage("input [1.0] must be channels, height and width");
    assertThatThrownBy(() -> SearchedFamilyJson.read("{}")).hasMessage("there is no key \"input\"");
  }

  @Test
  void aFixedComplexityIsTheOnlyOne() {
    StructureFamilySettings settings =
        Settings.of(ComplexityKind.VECTOR, Levels.ONE, 1, 1).withFixed(List.of(0.7, 0.2, 0.1));
    ComplexityControl control = settings.control(3);
    assertThat(control.draw(new Seed(1).generator())).containsExactly(0.7, 0.2, 0.1);
    assertThat(control.middle()).containsExactly(0.7, 0.2, 0.1);
    assertThat(control.grid(9)).containsExactly(List.of(0.7, 0.2, 0.1));
    assertThat(control.prices(new double[] {0.7, 0.2, 0.1})).containsExactly(0.7, 0.2, 0.1);
    assertThatThrownBy(() -> control.prices(new double[] {0.6, 0.3, 0.1}))
        .hasMessage(
            "a single structure was searched, at [0.7, 0.2, 0.1], and there is none at [0.6, 0.3,"
                + " 0.1]");
    assertThatThrownBy(() -> settings.withFixed(List.of(0.7, 0.2, 0.2)).control(3))
        .hasMessageContaining("not to 1");
    assertThatThrownBy(() -> settings.withFixed(List.of(0.5, 0.5)).control(3))
        .hasMessage("prices of length 2 must have length 3");
  }

  @Test
  void gridsReachFromEndToEnd() {
    assertThat(new ScalarComplexity(0.5, 2.5, 3).grid(4))
        .containsExactly(List.of(0.5), List.of(1.0), List.of(1.5), List.of(2.0), List.of(2.5));
    assertThat(new VectorComplexity(3).grid(1))
        .containsExactlyInAnyOrder(
            List.of(1.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0), List.of(0.0, 0.0, 1.0));
  }
}
