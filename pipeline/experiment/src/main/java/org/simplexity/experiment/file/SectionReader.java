package org.simplexity.experiment.file;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one section: its keys, their values, their bounds, the relations between them. */
final class SectionReader {
  private final SectionKind kind;
  private final Tree.Mapping mapping;
  private final String path;
  private final Reading reading;
  private final Map<String, Tree.Entry> given = new LinkedHashMap<>();

  SectionReader(SectionKind kind, Tree.Mapping mapping, String path, Reading reading) {
    this.kind = kind;
    this.mapping = mapping;
    this.path = path;
    this.reading = reading;
  }

  Kind.Read read(@Nullable Object fallback) {
    checkKeys();
    List<@Nullable Object> values = new ArrayList<>();
    boolean whole = true;
    for (Component component : kind.components()) {
      Kind.Read read = value(component, fallback);
      whole &= read.whole();
      values.add(read.value());
    }
    return whole ? create(values) : Kind.Read.FAILED;
  }

  private void checkKeys() {
    for (Tree.Entry entry : mapping.entries()) {
      String inner = Keys.join(path, entry.key());
      if (kind.component(entry.key()).isEmpty()) {
        reading.problems().add(entry.place(), inner, "unknown key" + suggestion(entry.key()));
      } else if (given.putIfAbsent(entry.key(), entry) != null) {
        reading.problems().add(entry.place(), inner, "key is given twice");
      }
    }
  }

  private String suggestion(String key) {
    String question = Nearest.question(key, kind.keys());
    return question.isEmpty() ? "; expected one of " + String.join(", ", kind.keys()) : question;
  }

  private Kind.Read value(Component component, @Nullable Object fallback) {
    Tree.Entry entry = given.get(component.key());
    String inner = Keys.join(path, component.key());
    Object old = fallback == null ? null : component.of(fallback);
    if (entry == null) {
      return missing(component, inner, old);
    }
    Kind.Read read = component.kind().read(entry.value(), inner, old, reading);
    if (!read.whole()) {
      return read;
    }
    List<String> broken = broken(component, read.value());
    broken.forEach(
        relation -> {
          String message = entry.value().shown() + " is impossible; it " + relation;
          reading.problems().add(entry.value().place(), inner, message);
        });
    return broken.isEmpty() ? read : Kind.Read.FAILED;
  }

  private Kind.Read missing(Component component, String inner, @Nullable Object old) {
    boolean optional = component.kind() instanceof OptionalKind;
    if ((old == null && !optional) || !broken(component, old).isEmpty()) {
      String message = "this key is missing; expected " + component.kind().expected();
      reading.problems().add(mapping.place(), inner, message);
      return Kind.Read.FAILED;
    }
    boolean empty = old == null && component.component().getType() == Optional.class;
    return Kind.Read.of(empty ? Optional.empty() : old);
  }

  private List<String> broken(Component component, @Nullable Object value) {
    return reading.constraints().broken(kind.type(), component.component().getName(), value);
  }

  private Kind.Read create(List<@Nullable Object> values) {
    try {
      return Kind.Read.of(kind.create(values));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException broken) {
        String message = String.valueOf(broken.getMessage());
        reading.problems().add(placeNamedIn(message), path, message);
        return Kind.Read.FAILED;
      }
      throw new IllegalStateException("cannot make " + kind.type(), e.getCause());
    }
  }

  /** The place of the first key of this section that a message names; else of the section. */
  private Place placeNamedIn(String message) {
    return given.values().stream()
        .filter(entry -> message.matches("(?s).*\\b" + entry.key() + "\\b.*"))
        .min(Comparator.comparingInt(entry -> message.indexOf(entry.key())))
        .map(entry -> entry.value().place())
        .orElse(mapping.place());
  }
}
