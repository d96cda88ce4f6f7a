package org.simplexity.experiment.file;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** One key of a section: a component of its record. */
record Component(RecordComponent component, String key, Kind kind) {
  static Component of(RecordComponent component) {
    Kind kind = Kinds.of(component.getGenericType());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Component(
        component, Keys.of(component.getName()), nullable ? new OptionalKind(kind, false) : kind);
  }

  /** Its value in a record. */
  @Nullable Object of(Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
