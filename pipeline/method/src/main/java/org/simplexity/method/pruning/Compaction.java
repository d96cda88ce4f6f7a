package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.method.pruning.LayerChain.Layer;
import org.simplexity.method.weights.FamilyMember;

/**
 * The same function in a smaller network: units and channels that no longer matter are taken out.
 *
 * <p>A unit goes if all weights that leave it are 0, or if all that enter it are 0: its output is
 * then the constant c = max(b, 0) (b without a rectifier), and c times the sum of the weights that
 * leave it is added to the biases of the next layer. A channel that a padded convolution reads goes
 * only if c = 0, since the padding is 0 and not c. What goes can make further units go. Every layer
 * keeps a unit, the last layer all. Images keep their pixels.
 */
public final class Compaction {
  private final LayerChain chain;
  private final float[] weights;
  private final List<BitSet> kept = new ArrayList<>();

  private Compaction(LayerChain chain, float[] weights) {
    this.chain = chain;
    this.weights = weights;
    for (Layer layer : chain.layers()) {
      BitSet all = new BitSet();
      all.set(0, layer.outputs());
      kept.add(all);
    }
  }

  /**
   * Takes out what does not matter.
   *
   * @param network convolutions and dense layers one after another, rectified or not, with maximum
   *     pooling between
   * @param weights its weights, some of them 0
   * @return the smaller network with its weights
   * @throws IllegalArgumentException if the network has other operations or branches
   */
  public static FamilyMember of(Network network, float[] weights) {
    Compaction compaction = new Compaction(LayerChain.of(network), weights.clone());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int l = 0; l + 1 < compaction.kept.size(); l++) {
        changed |= compaction.takeOut(l);
      }
    }
    return compaction.rebuild();
  }

  private boolean takeOut(int l) {
    boolean changed = false;
    for (int unit : kept.get(l).stream().toArray()) {
      if (kept.get(l).cardinality() > 1 && (isUnread(l, unit) || folds(l, unit))) {
        kept.get(l).clear(unit);
        changed = true;
      }
    }
    return changed;
  }

  private boolean isUnread(int l, int unit) {
    Layer next = chain.layers().get(l + 1);
    return kept.get(l + 1).stream().allMatch(output -> isZero(next, output, unit));
  }

  private boolean isZero(Layer layer, int output, int input) {
    int start = layer.index(output, input);
    for (int i = start; i < start + layer.block(); i++) {
      if (weights[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the unit is constant and the next layer's biases could take it up, as they then do. */
  private boolean folds(int l, int unit) {
    Layer layer = chain.layers().get(l);
    Layer next = chain.layers().get(l + 1);
    for (int input = 0; input < layer.inputs(); input++) {
      if ((l == 0 || kept.get(l - 1).get(input)) && !isZero(layer, unit, input)) {
        return false;
      }
    }
    Slice bias = layer.bias();
    float before = bias == null ? 0 : weights[bias.offset() + unit];
    float constant = layer.rectified() ? Math.max(before, 0) : before;
    Slice target = next.bias();
    if (constant == 0) {
      return true;
    }
    if (target == null || !next.readsNoPadding()) {
      return false;
    }
    for (int output = 0; output < next.outputs(); output++) {
      weights[target.offset() + output] += constant * sum(next, output, unit);
    }
    return true;
  }

  private float sum(Layer layer, int output, int input) {
    double sum = 0;
    int start = layer.index(output, input);
    for (int i = start; i < start + layer.block(); i++) {
      sum += weights[i];
    }
    return (float) sum;
  }

  private FamilyMember rebuild() {
    Network old = chain.network();
    NetworkBuilder builder = new NetworkBuilder(old.input());
    Value last = builder.input();
    int l = 0;
    for (Value value : old.values().subList(1, old.values().size())) {
      Value before = last;
      if (value.operation() instanceof Operation.Rectify) {
        last = builder.relu(before);
      } else if (value.operation() instanceof Operation.MaxPool pool) {
        last = builder.maxPooling(before, pool.settings());
      } else {
        last = layer(builder, chain.layers().get(l), before, kept.get(l).cardinality());
        l++;
      }
    }
    Network network = builder.build(last);
    return FamilyMember.points(network, gather(network));
  }

  /** The layer with fewer outputs, under its own name. */
  private static Value layer(NetworkBuilder builder, Layer layer, Value before, int outputs) {
    String name = layer.weight().name();
    String named = name.substring(0, name.lastIndexOf('.'));
    int scope = named.lastIndexOf('.');
    return scope < 0
        ? layer(builder, layer.value().operation(), before, outputs)
        : builder.within(
            named.substring(0, scope),
            () -> layer(builder, layer.value().operation(), before, outputs));
  }

  private static Value layer(
      NetworkBuilder builder, Operation operation, Value before, int outputs) {
    if (operation instanceof Operation.Convolve convolve) {
      Convolution settings = convolve.settings();
      return builder.convolution(
          before, new Convolution(outputs, settings.window(), settings.bias()));
    }
    return builder.dense(before, outputs);
  }

  private float[] gather(Network network) {
    float[] gathered = new float[network.parameterCount()];
    List<Layer> layers = chain.layers();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      int position = network.parameters().slice(layer.weight().name()).offset();
      for (int output : kept.get(l).stream().toArray()) {
        for (int input = 0; input < layer.inputs(); input++) {
          if (l == 0 || kept.get(l - 1).get(input)) {
            System.arraycopy(
                weights, layer.index(output, input), gathered, position, layer.block());
            position += layer.block();
          }
        }
      }
      Slice bias = layer.bias();
      if (bias != null) {
        int start = network.parameters().slice(bias.name()).offset();
        for (int output : kept.get(l).stream().toArray()) {
          gathered[start++] = weights[bias.offset() + output];
        }
      }
    }
    return gathered;
  }
}
