package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a structure answers a higher price of an operation with more of that operation, which
 * vector complexity says never happens.
 *
 * <p>A move goes from a point S of a {@link SimplexGrid} to S + (e_k − e_j)/n: operation k becomes
 * dearer by one step of the grid, another one, j, cheaper. It violates the order if the count of k
 * over the edges of both cell types rises.
 *
 * @param operation k
 * @param moves moves that make it dearer
 * @param violations moves after which there are more of it
 * @param greatestRise the most that its count rises in one move; 0 if it never does
 */
public record PriceResponse(String operation, int moves, int violations, long greatestRise) {
  /**
   * The responses of all operations.
   *
   * @param operations names, in the order of prices
   * @param members members at every point of a grid of these operations
   * @param divisions n
   */
  public static List<PriceResponse> of(
      List<String> operations, List<FamilyMember> members, int divisions) {
    Map<List<Long>, FamilyMember> places = new LinkedHashMap<>();
    members.forEach(member -> places.put(place(member.condition(), divisions), member));
    List<PriceResponse> responses = new ArrayList<>();
    for (int k = 0; k < operations.size(); k++) {
      responses.add(response(operations.get(k), k, places));
    }
    return responses;
  }

  private static List<Long> place(List<Double> condition, int divisions) {
    return condition.stream().map(price -> Math.round(price * divisions)).toList();
  }

  private static PriceResponse response(
      String operation, int k, Map<List<Long>, FamilyMember> places) {
    int moves = 0;
    int violations = 0;
    long greatest = 0;
    for (Map.Entry<List<Long>, FamilyMember> from : places.entrySet()) {
      for (int j = 0; j < from.getKey().size(); j++) {
        FamilyMember to = j == k ? null : places.get(moved(from.getKey(), k, j));
        if (to != null) {
          long rise = to.count(operation) - from.getValue().count(operation);
          moves++;
          violations += rise > 0 ? 1 : 0;
          greatest = Math.max(greatest, rise);
        }
      }
    }
    return new PriceResponse(operation, moves, violations, greatest);
  }

  private static List<Long> moved(List<Long> place, int k, int j) {
    List<Long> moved = new ArrayList<>(place);
    moved.set(k, place.get(k) + 1);
    moved.set(j, place.get(j) - 1);
    return moved;
  }
}
