package org.simplexity.experiment.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Optional;

/** The {@code jakarta.validation} annotations of a component in the words of JSON Schema. */
final class ConstraintSchema {
  private final RecordComponent component;
  private final ObjectNode schema;

  private ConstraintSchema(RecordComponent component, ObjectNode schema) {
    this.component = component;
    this.schema = schema;
  }

  static void add(RecordComponent component, ObjectNode whole) {
    ObjectNode value = whole.path("anyOf").path(0) instanceof ObjectNode inner ? inner : whole;
    ConstraintSchema target = new ConstraintSchema(component, value);
    target.bounds();
    target.sizes();
  }

  static boolean notBlank(Component component) {
    return find(component.component(), NotBlank.class).isPresent();
  }

  private void bounds() {
    find(Min.class).ifPresent(a -> schema.put("minimum", a.value()));
    find(Max.class).ifPresent(a -> schema.put("maximum", a.value()));
    find(Positive.class).ifPresent(a -> schema.put("exclusiveMinimum", 0));
    find(PositiveOrZero.class).ifPresent(a -> schema.put("minimum", 0));
    find(DecimalMin.class)
        .ifPresent(a -> bound(a.inclusive() ? "minimum" : "exclusiveMinimum", a.value()));
    find(DecimalMax.class)
        .ifPresent(a -> bound(a.inclusive() ? "maximum" : "exclusiveMaximum", a.value()));
  }

  private void bound(String word, String value) {
    schema.put(word, new BigDecimal(value));
  }

  private void sizes() {
    boolean list = schema.path("type").asText().equals("array");
    String least = list ? "minItems" : "minLength";
    find(NotEmpty.class).ifPresent(a -> schema.put(least, 1));
    find(NotBlank.class).ifPresent(a -> schema.put("pattern", "\\S"));
    find(Pattern.class).ifPresent(a -> schema.put("pattern", "^(?:" + a.regexp() + ")$"));
    find(Size.class)
        .ifPresent(
            a -> {
              if (a.min() > 0) {
                schema.put(least, a.min());
              }
              schema.put(list ? "maxItems" : "maxLength", a.max());
            });
  }

  private <A extends Annotation> Optional<A> find(Class<A> type) {
    return find(component, type);
  }

  private static <A extends Annotation> Optional<A> find(RecordComponent component, Class<A> type) {
    Optional<A> declared = Optional.ofNullable(component.getAnnotation(type));
    return declared.or(() -> Optional.ofNullable(component.getAccessor().getAnnotation(type)));
  }
}
