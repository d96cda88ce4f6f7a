package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A section: a record whose components are its keys. */
record SectionKind(Class<?> type, List<Component> components) implements Kind {
  static SectionKind of(Class<?> type) {
    return new SectionKind(
        type, Arrays.stream(type.getRecordComponents()).map(Component::of).toList());
  }

  @Override
  public String expected() {
    return "a section with the keys " + String.join(", ", keys());
  }

  List<String> keys() {
    return components.stream().map(Component::key).toList();
  }

  Optional<Component> component(String key) {
    return components.stream().filter(c -> c.key().equals(key)).findFirst();
  }

  @Override
  public Read read(Tree tree, String path, @Nullable Object fallback, Reading reading) {
    if (tree instanceof Tree.Scalar scalar && scalar.isNull()) {
      return read(new Tree.Mapping(tree.place(), List.of()), path, fallback, reading);
    }
    if (!(tree instanceof Tree.Mapping mapping)) {
      return reading.wrongKind(tree, path, expected());
    }
    return new SectionReader(this, mapping, path, reading).read(orDefaults(fallback));
  }

  /** A given record, else what the type's static {@code defaults()} says, else null. */
  @Nullable Object orDefaults(@Nullable Object given) {
    if (given != null) {
      return given;
    }
    try {
      Method defaults = type.getDeclaredMethod("defaults");
      defaults.setAccessible(true);
      return defaults.invoke(null);
    } catch (NoSuchMethodException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("defaults() of " + type + " fails", e);
    }
  }

  /** A record of this type from the values of its components, in their order. */
  Object create(List<@Nullable Object> values) throws InvocationTargetException {
    Class<?>[] types =
        components.stream().map(c -> c.component().getType()).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(new ArrayList<>(values).toArray());
    } catch (InvocationTargetException e) {
      throw e;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  @Override
  public JsonNode write(Object value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Component component : components) {
      Object inner = component.of(value);
      object.set(
          component.key(),
          inner == null ? JsonNodeFactory.instance.nullNode() : component.kind().write(inner));
    }
    return object;
  }

  @Override
  public ObjectNode schema(@Nullable Object fallback) {
    return SectionSchema.of(this, orDefaults(fallback));
  }
}
