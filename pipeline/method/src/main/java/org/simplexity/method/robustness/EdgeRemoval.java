package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellType;
import org.simplexity.space.Edge;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/**
 * Removes a random share of the edges of a structure: their operations become {@code none}, all
 * other weights are inherited by name, and nothing is trained again.
 *
 * <p>Of E edges that carry an operation exactly round(share · E) go. Both cell types count, as far
 * as the network has cells of them; an edge goes from every cell of its type. The pools, scales and
 * statistics of the rest stay as trained.
 */
public final class EdgeRemoval implements Perturbation {
  private static final String NONE = "none";

  private final CellSpace space;
  private final Genotype genotype;
  private final Form form;
  private final List<Place> places;

  /** One edge of one cell type. */
  private record Place(CellType type, Edge edge) {}

  /**
   * Removal of edges.
   *
   * @param space space of the network
   * @param genotype structure of the network
   * @param form form in which it was built
   */
  public EdgeRemoval(CellSpace space, Genotype genotype, Form form) {
    this.space = space;
    this.genotype = genotype;
    this.form = form;
    this.places = new ArrayList<>();
    for (CellType type : space.cellTypes()) {
      genotype.cell(type).edges().stream()
          .filter(edge -> !edge.operation().equals(NONE))
          .forEach(edge -> places.add(new Place(type, edge)));
    }
  }

  @Override
  public String name() {
    return "edge_removal";
  }

  @Override
  public String scale() {
    return "share of edges removed";
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public Specimen disturb(Specimen specimen, double level, Seed seed) {
    Network thinned = space.discrete(thinned(level, seed), form);
    return specimen.with(specimen.network().inheritedBy(thinned));
  }

  /**
   * The structure without some of its edges.
   *
   * @param share share of the edges that go, in [0, 1]
   * @param seed seed of the choice
   * @throws IllegalArgumentException if the share lies outside [0, 1]
   */
  public Genotype thinned(double share, Seed seed) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " must lie in [0, 1]");
    }
    List<Place> shuffled = new ArrayList<>(places);
    RandomGenerator random = seed.generator();
    int count = (int) Math.round(share * places.size());
    for (int i = 0; i < count; i++) { // the first steps of a Fisher-Yates shuffle
      Collections.swap(shuffled, i, i + random.nextInt(shuffled.size() - i));
    }
    Set<Place> removed = new HashSet<>(shuffled.subList(0, count));
    return new Genotype(thinned(CellType.NORMAL, removed), thinned(CellType.REDUCTION, removed));
  }

  private CellGenotype thinned(CellType type, Set<Place> removed) {
    CellGenotype cell = genotype.cell(type);
    List<Edge> edges =
        cell.edges().stream()
            .map(
                edge ->
                    removed.contains(new Place(type, edge))
                        ? new Edge(edge.from(), edge.to(), NONE)
                        : edge)
            .toList();
    return new CellGenotype(cell.nodes(), edges, cell.concatenated());
  }
}
