package org.simplexity.report.content;

import java.util.List;

/**
 * What models give at each measured complexity λ, to be turned through.
 *
 * @param title what it shows
 * @param models models, at least one
 */
public record Dial(String title, List<Model> models) implements Block {
  /** Copies and checks that there is a model. */
  public Dial {
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("dial \"" + title + "\" has no models");
    }
  }

  /**
   * A model.
   *
   * @param name such as {@code var_linear}
   * @param positions where it was measured, in order of λ, at least one
   */
  public record Model(String name, List<Position> positions) {
    /** Copies and checks the positions. */
    public Model {
      positions = List.copyOf(positions);
      if (positions.isEmpty()) {
        throw new IllegalArgumentException("model " + name + " has no positions");
      }
    }
  }

  /**
   * What a model gives at one λ, over seeds.
   *
   * @param lambda complexity λ, positive
   * @param accuracy share of images that are recognised
   * @param removable share of the weights that can be removed
   * @param weights number of weights kept
   * @param multiplyAdds multiplications of an image
   */
  public record Position(
      double lambda,
      Measured accuracy,
      Measured removable,
      Measured weights,
      Measured multiplyAdds) {}
}
