package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.StructureSlice;
import org.simplexity.kernel.Value;

/**
 * The cell space of NAS-Bench-201 for one kind of images: the supernet and every discrete network
 * in it (Dong and Yang 2020, §2.1).
 *
 * <p>All cells share one structure. Node 0 is a cell's input; node j is the sum over all earlier
 * nodes i of the operation on the edge (i, j); the last node is the output. Pools are bare, in
 * search too.
 *
 * @param settings size and operations
 * @param input shape of one image; its sides are multiples of 4
 * @param classes number of classes
 */
public record NasBench201Space(NasBench201Settings settings, Shape input, int classes) {
  private static final int SHRINKAGE = 4;

  /** Checks that there is something to tell apart, and that two halvings are exact. */
  public NasBench201Space {
    if (classes < 2) {
      throw new IllegalArgumentException("classes " + classes + " is not at least 2");
    }
    if (input.height() % SHRINKAGE != 0 || input.width() % SHRINKAGE != 0) {
      throw new IllegalArgumentException(
          ("input %s: height and width must be multiples of %d, since two residual blocks halve"
                  + " them")
              .formatted(input, SHRINKAGE));
    }
  }

  /** The ordered node pairs (i, j) of a cell: (0,1), (0,2), (1,2), …. */
  public List<EdgePosition> edges() {
    List<EdgePosition> edges = new ArrayList<>();
    for (int to = 1; to < settings.nodes(); to++) {
      for (int from = 0; from < to; from++) {
        edges.add(new EdgePosition(from, to));
      }
    }
    return List.copyOf(edges);
  }

  /**
   * The network that carries every operation on every edge, mixed by γ.
   *
   * <p>Its structure vector holds for each edge one coordinate an operation; the slices are named
   * {@code cell.0-1} and so on.
   */
  public Network supernet() {
    return supernetBlueprint().network();
  }

  /** The {@link #supernet} with its parts. */
  public Blueprint supernetBlueprint() {
    return new NasBench201Network(this).build(settings.nodes(), this::mixed);
  }

  private Value mixed(NetworkBuilder builder, EdgePosition edge, Value source) {
    Site site = new Site(source.shape().channels(), 1, Form.BARE_SEARCH);
    StructureSlice gamma = builder.structure("cell." + edge.label(), settings.operations().size());
    List<Value> candidates =
        settings.operations().stream()
            .map(name -> apply(builder, edge, name, source, site))
            .toList();
    return builder.mixture(candidates, gamma);
  }

  /**
   * The network of one genotype.
   *
   * @param genotype structure; its operations and number of nodes need not be those searched
   * @throws IllegalArgumentException if an operation is not known
   */
  public Network discrete(NasBench201Genotype genotype) {
    return blueprint(genotype).network();
  }

  /**
   * The same network with its parts.
   *
   * @param genotype structure
   */
  public Blueprint blueprint(NasBench201Genotype genotype) {
    return new NasBench201Network(this)
        .build(
            genotype.nodes(),
            (builder, edge, source) -> {
              Site site = new Site(source.shape().channels(), 1, Form.EVALUATION);
              String name = genotype.operation(edge.from(), edge.to());
              return apply(builder, edge, name, source, site);
            });
  }

  private static Value apply(
      NetworkBuilder builder, EdgePosition edge, String name, Value source, Site site) {
    return builder.within(
        "edge." + edge.label() + "." + name,
        () -> Operations.byName(name).build(builder, source, site));
  }
}
