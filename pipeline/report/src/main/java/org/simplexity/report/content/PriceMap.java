package org.simplexity.report.content;

import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.report.drawing.Svg;

/**
 * What a family of structures gives at each measured complexity, to be pointed at: a triangle for
 * three prices, sliders otherwise.
 *
 * @param title what it shows
 * @param prices names of the coordinates of a complexity: operations, or λ
 * @param places complexities that were measured, at least one
 * @param structures structures that stand at the places
 */
public record PriceMap(
    String title, List<String> prices, List<Place> places, List<Structure> structures)
    implements Block {
  /** Copies and checks that every place has its coordinates and a structure. */
  public PriceMap {
    prices = List.copyOf(prices);
    places = List.copyOf(places);
    structures = List.copyOf(structures);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("map \"" + title + "\" has no places");
    }
    for (Place place : places) {
      if (place.at().size() != prices.size() || place.structure() >= structures.size()) {
        throw new IllegalArgumentException(
            "place %s does not fit %d prices and %d structures"
                .formatted(place, prices.size(), structures.size()));
      }
    }
  }

  /** The place that is shown first: the nearest to the mean of all. */
  public int first() {
    List<Double> mean =
        IntStream.range(0, prices.size())
            .mapToObj(k -> places.stream().mapToDouble(p -> p.at().get(k)).average().orElse(0))
            .toList();
    int first = 0;
    for (int i = 1; i < places.size(); i++) {
      if (distance(places.get(i).at(), mean) < distance(places.get(first).at(), mean)) {
        first = i;
      }
    }
    return first;
  }

  private static double distance(List<Double> one, List<Double> other) {
    double sum = 0;
    for (int k = 0; k < one.size(); k++) {
      sum += (one.get(k) - other.get(k)) * (one.get(k) - other.get(k));
    }
    return sum;
  }

  /**
   * A complexity that was measured.
   *
   * @param at its coordinates
   * @param structure number of the structure that stands there
   */
  public record Place(List<Double> at, int structure) {
    /** Copies the coordinates. */
    public Place {
      at = List.copyOf(at);
    }
  }

  /**
   * A structure.
   *
   * @param readings figures; those of all structures have the same titles
   * @param cells drawings of its cells
   */
  public record Structure(List<Reading> readings, List<Svg> cells) {
    /** Copies the lists. */
    public Structure {
      readings = List.copyOf(readings);
      cells = List.copyOf(cells);
    }
  }

  /**
   * A figure of a structure.
   *
   * @param title what it measures
   * @param quantity how it is written
   * @param value its value
   */
  public record Reading(String title, Quantity quantity, double value) {
    /** As it is to be read. */
    public String text() {
      return quantity.format(value);
    }
  }
}
