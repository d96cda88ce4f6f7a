package org.simplexity.method.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellType;
import org.simplexity.space.EdgePosition;
import org.simplexity.space.StructureLayout;

/**
 * The decisions that make a discrete structure of a cell space: for the normal and then the
 * reduction cell, node by node, two different input nodes and two operations (Pham et al. 2018,
 * §2.3).
 *
 * <p>As in DARTS, {@code none} is never chosen, and inputs differ, so that every edge carries one
 * operation at most.
 */
public final class DecisionSequence {
  /** Inputs of a node, as many as DARTS keeps. */
  public static final int INPUTS_PER_NODE = 2;

  private static final String NONE = "none";

  private final StructureLayout layout;
  private final List<Integer> operations;
  private final List<Decision> decisions;

  private DecisionSequence(
      StructureLayout layout, List<Integer> operations, List<Decision> decisions) {
    this.layout = layout;
    this.operations = List.copyOf(operations);
    this.decisions = List.copyOf(decisions);
  }

  /**
   * The decisions of a space.
   *
   * @param layout order of its structure vector
   * @throws IllegalArgumentException if all its operations are {@code none}
   */
  public static DecisionSequence of(StructureLayout layout) {
    List<Integer> operations =
        IntStream.range(0, layout.operations().size())
            .filter(k -> !layout.operations().get(k).equals(NONE))
            .boxed()
            .toList();
    if (operations.isEmpty()) {
      throw new IllegalArgumentException(
          "operations " + layout.operations() + " leave nothing to choose: none is never chosen");
    }
    int end = layout.edges().get(layout.edges().size() - 1).to() + 1;
    List<Decision> decisions = new ArrayList<>();
    for (CellType cell : CellType.values()) {
      for (int node = CellGenotype.INPUTS; node < end; node++) {
        int first = decisions.size();
        decisions.add(new Decision(cell, node, Decision.Kind.INPUT, node, -1));
        decisions.add(new Decision(cell, node, Decision.Kind.INPUT, node, first));
        for (int input = 0; input < INPUTS_PER_NODE; input++) {
          decisions.add(new Decision(cell, node, Decision.Kind.OPERATION, operations.size(), -1));
        }
      }
    }
    return new DecisionSequence(layout, operations, decisions);
  }

  /** The decisions in the order in which they are made. */
  public List<Decision> decisions() {
    return decisions;
  }

  /**
   * The vertex γ of a structure: 1 at the operation of every chosen edge; other edges have {@code
   * none} where the space has it, else only zeros.
   *
   * @param choices one choice a decision, counted from 0
   * @return structure vector in the order of the layout
   * @throws IllegalArgumentException if choices do not fit the decisions
   */
  public double[] gamma(int[] choices) {
    check(choices);
    double[] gamma = new double[layout.length()];
    int none = layout.operations().indexOf(NONE);
    for (int place = 0; none >= 0 && place < layout.groups(); place++) {
      gamma[place * layout.operations().size() + none] = 1;
    }
    int perNode = 2 * INPUTS_PER_NODE;
    for (int first = 0; first < decisions.size(); first += perNode) {
      for (int input = 0; input < INPUTS_PER_NODE; input++) {
        Decision decision = decisions.get(first);
        int from = choices[first + input];
        int edge = layout.edges().indexOf(new EdgePosition(from, decision.node()));
        int start = layout.offset(decision.cell(), edge);
        if (none >= 0) {
          gamma[start + none] = 0;
        }
        gamma[start + operations.get(choices[first + INPUTS_PER_NODE + input])] = 1;
      }
    }
    return gamma;
  }

  private void check(int[] choices) {
    if (choices.length != decisions.size()) {
      throw new IllegalArgumentException(
          "choices %d are not as many as decisions %d".formatted(choices.length, decisions.size()));
    }
    for (int t = 0; t < choices.length; t++) {
      Decision decision = decisions.get(t);
      boolean repeated = decision.excluded() >= 0 && choices[decision.excluded()] == choices[t];
      if (choices[t] < 0 || choices[t] >= decision.options() || repeated) {
        throw new IllegalArgumentException(
            "choice %d of %s of node %d must lie in 0..%d and differ from the node's other input"
                .formatted(
                    choices[t],
                    decision.kind().name().toLowerCase(Locale.ROOT),
                    decision.node(),
                    decision.options() - 1));
      }
    }
  }
}
