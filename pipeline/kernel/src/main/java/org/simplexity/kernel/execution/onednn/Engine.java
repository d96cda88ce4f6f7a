package org.simplexity.kernel.execution.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.simplexity.kernel.Shape;

/** oneDNN's CPU engine: descriptors, memory and calls. */
final class Engine {
  private final engine cpu = new engine(engine.kind.cpu, 0);
  private final Arena arena;
  private final Map<List<Object>, Primitives.Made> made = new HashMap<>();

  Engine(Arena arena) {
    this.arena = arena;
  }

  engine cpu() {
    return cpu;
  }

  Arena arena() {
    return arena;
  }

  stream newQueue() {
    return new stream(cpu);
  }

  /** The primitive of that direction, shared by all operations of the same key. */
  Primitives.Made made(
      String direction, Primitives.Key key, Supplier<Primitives.Made> construction) {
    return made.computeIfAbsent(List.of(direction, key), absent -> construction.get());
  }

  /** Working memory is passed in: primitives run on other threads than they were made on. */
  static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(scratchpad_mode.user);
    return attributes;
  }

  static memory.desc descriptor(memory.format_tag format, long... extents) {
    return new memory.desc(extents, memory.data_type.f32, format);
  }

  /** [example][row][column][channel]. */
  static memory.desc images(int examples, Shape shape) {
    return descriptor(
        memory.format_tag.nhwc, examples, shape.channels(), shape.height(), shape.width());
  }

  static int floats(memory.desc descriptor) {
    return Math.toIntExact(descriptor.get_size() / Float.BYTES);
  }

  memory memory(memory.desc descriptor, Tensor tensor) {
    return new memory(descriptor, cpu, tensor.address());
  }

  /** Memory whose address is set later. */
  memory unbound(memory.desc descriptor) {
    return new memory(descriptor, cpu, (Pointer) null);
  }

  /** A call that uses the worker's scratch memory. */
  Call call(
      primitive operation,
      primitive_desc_base description,
      Context context,
      Map<Integer, memory> arguments) {
    IntMemoryMap map = new IntMemoryMap();
    arguments.forEach(map::put);
    memory.desc scratch = description.scratchpad_desc();
    if (scratch.get_size() > 0) {
      map.put(DNNL_ARG_SCRATCHPAD, context.scratchpad().reserve(unbound(scratch)));
    }
    return new Call(operation, map, context.queue());
  }

  /** Copies between layouts; with {@code add}, adds to what is there. */
  Call copy(memory from, memory to, boolean add, Context context) {
    primitive_attr attributes = attributes();
    if (add) {
      post_ops sum = new post_ops();
      sum.append_sum();
      attributes.set_post_ops(sum);
    }
    reorder.primitive_desc description =
        new reorder.primitive_desc(cpu, from.get_desc(), cpu, to.get_desc(), attributes, false);
    return call(
        new reorder(description),
        description,
        context,
        Map.of(DNNL_ARG_FROM, from, DNNL_ARG_TO, to));
  }
}
