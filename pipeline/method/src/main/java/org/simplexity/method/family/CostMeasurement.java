package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.PassTiming;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.StructureLayout;

/**
 * Counts or times the operations of a cell space (vector complexity: costs are those of the machine
 * at hand).
 *
 * <p>Weights and multiply-adds of a discrete structure are exactly those of its network. Its
 * activations are an upper bound: what operations on one source share is counted with each. Its
 * latency and its energy are estimates: operations run alone, one image a pass on one thread.
 *
 * @param space cell space
 * @param form form of the discrete networks
 * @param timing how latencies are measured
 * @param energy how energies are measured; empty where the machine does not tell
 */
public record CostMeasurement(
    CellSpace space, Form form, PassTiming timing, Optional<EnergyMetering> energy) {
  private static final double MILLISECONDS = 1e3;

  /**
   * Networks that go on with the weights of the search, timed as {@link PassTiming#defaults}.
   *
   * @param space cell space
   */
  public static CostMeasurement defaults(CellSpace space) {
    return new CostMeasurement(
        space,
        Form.INHERITED,
        PassTiming.defaults(),
        EnergyCounter.ofMachine().map(EnergyMetering::defaults));
  }

  /**
   * The costs of one kind.
   *
   * @param kind what is counted or measured
   * @throws IllegalArgumentException if energies are asked for and the machine does not tell
   */
  public OperationCosts of(CostKind kind) {
    return switch (kind) {
      case PARAMETERS, MULTIPLY_ADDS, ACTIVATIONS -> counted(kind);
      case LATENCY -> measured(this::milliseconds);
      case ENERGY -> measured(metering()::medians);
    };
  }

  /**
   * What a whole network costs, counted or measured as its operations are.
   *
   * @param kind what is counted or measured
   * @param network network without an auxiliary head
   * @throws IllegalArgumentException if its energy is asked for and the machine does not tell
   */
  public double of(CostKind kind, Network network) {
    return switch (kind) {
      case PARAMETERS, MULTIPLY_ADDS, ACTIVATIONS -> kind.of(network);
      case LATENCY -> measured(List.of(network), this::milliseconds).get(0);
      case ENERGY -> measured(List.of(network), metering()::medians).get(0);
    };
  }

  private EnergyMetering metering() {
    return energy.orElseThrow(
        () -> new IllegalArgumentException("this machine does not tell the energy that it uses"));
  }

  /**
   * The costs of several kinds, each measured once.
   *
   * @param kinds kinds
   */
  public Map<CostKind, OperationCosts> of(List<CostKind> kinds) {
    Map<CostKind, OperationCosts> costs = new LinkedHashMap<>();
    kinds.forEach(kind -> costs.computeIfAbsent(kind, this::of));
    return costs;
  }

  private OperationCosts counted(CostKind kind) {
    Map<PlacedOperation, Double> known = new LinkedHashMap<>();
    List<Placement> placements = Placement.of(space, form);
    placements.forEach(
        place -> known.computeIfAbsent(place.operation(), operation -> operation.cost(kind)));
    double frame = kind.of(space.discrete(Placement.bare(space), form));
    return new OperationCosts(space.structure(), table(placements, known), frame);
  }

  private double[] table(List<Placement> placements, Map<PlacedOperation, Double> known) {
    StructureLayout layout = space.structure();
    double[] table = new double[layout.length()];
    placements.forEach(place -> table[place.coordinate()] += value(place.operation(), known));
    return table;
  }

  /**
   * The frame is what a network of identities takes less what its identities do; neither it nor an
   * operation takes less than nothing.
   */
  private OperationCosts measured(Function<List<Plan>, List<Double>> measure) {
    List<Placement> placements = Placement.of(space, form);
    List<Placement> identities = Placement.of(space, form, List.of(Placement.SKIP));
    List<PlacedOperation> distinct =
        Stream.concat(placements.stream(), identities.stream())
            .map(Placement::operation)
            .distinct()
            .toList();
    List<Network> networks = new ArrayList<>();
    networks.add(space.discrete(Placement.identities(space), form));
    distinct.forEach(operation -> networks.addAll(List.of(operation.alone(), operation.average())));
    List<Double> values = measured(networks, measure);
    Map<PlacedOperation, Double> known = new LinkedHashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      known.put(distinct.get(i), Math.max(0, values.get(2 * i + 1) - values.get(2 * i + 2)));
    }
    double ofIdentities =
        identities.stream().mapToDouble(place -> value(place.operation(), known)).sum();
    double frame = Math.max(0, values.get(0) - ofIdentities);
    return new OperationCosts(space.structure(), table(placements, known), frame);
  }

  private static double value(PlacedOperation operation, Map<PlacedOperation, Double> known) {
    return Objects.requireNonNull(known.get(operation));
  }

  private List<Double> milliseconds(List<Plan> plans) {
    return timing.medians(plans).stream().map(seconds -> MILLISECONDS * seconds).toList();
  }

  private static List<Double> measured(
      List<Network> networks, Function<List<Plan>, List<Double>> measure) {
    List<Plan> plans = new ArrayList<>();
    try {
      networks.forEach(network -> plans.add(loaded(network)));
      return measure.apply(plans);
    } finally {
      plans.forEach(Plan::close);
    }
  }

  private static Plan loaded(Network network) {
    Plan plan = Plan.compile(network, PlanSettings.defaults(1).withThreads(1));
    plan.parameters().fill(0.01);
    plan.statistics().copyFrom(network.initialStatistics());
    float[] image = new float[network.input().size()];
    Arrays.fill(image, 0.5f);
    if (network.hasLoss()) {
      plan.load(image, new int[1], 1);
    } else {
      plan.load(image, 1);
    }
    return plan;
  }
}
