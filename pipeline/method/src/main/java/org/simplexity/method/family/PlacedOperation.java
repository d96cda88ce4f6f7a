package org.simplexity.method.family;

import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.space.Operations;
import org.simplexity.space.Site;

/**
 * An operation at one place of a network, to be counted and timed alone. Equal places cost the
 * same.
 *
 * @param operation name of the operation
 * @param input shape of what it is given
 * @param site channels, stride and form
 */
record PlacedOperation(String operation, Shape input, Site site) {
  /** The operation and a global average of its result, since networks end in vectors. */
  Network alone() {
    NetworkBuilder builder = new NetworkBuilder(input);
    return builder.buildMap(builder.globalAveragePooling(built(builder)));
  }

  /** The global average alone, on images of the shape of the operation's result. */
  Network average() {
    NetworkBuilder builder = new NetworkBuilder(built(new NetworkBuilder(input)).shape());
    return builder.buildMap(builder.globalAveragePooling(builder.input()));
  }

  private Value built(NetworkBuilder builder) {
    return builder.within(
        operation, () -> Operations.byName(operation).build(builder, builder.input(), site));
  }

  /** What is counted of it. */
  double cost(CostKind kind) {
    return kind.of(alone()) - kind.of(average());
  }
}
