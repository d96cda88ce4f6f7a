package org.simplexity.experiment.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.Sweep;

/** Which kind of value a Java type is. */
final class Kinds {
  private static final Map<Type, Kind> SINGLE =
      Map.ofEntries(
          Map.entry(int.class, ScalarKind.INT),
          Map.entry(Integer.class, ScalarKind.INT),
          Map.entry(long.class, ScalarKind.LONG),
          Map.entry(Long.class, ScalarKind.LONG),
          Map.entry(double.class, ScalarKind.DOUBLE),
          Map.entry(Double.class, ScalarKind.DOUBLE),
          Map.entry(boolean.class, ScalarKind.FLAG),
          Map.entry(Boolean.class, ScalarKind.FLAG),
          Map.entry(String.class, ScalarKind.TEXT),
          Map.entry(Path.class, ScalarKind.PATH),
          Map.entry(Sweep.class, new SweepKind()));

  private Kinds() {}

  static Kind of(Type type) {
    Kind single = SINGLE.get(type);
    if (single != null) {
      return single;
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    if (type instanceof Class<?> raw && raw.isEnum()) {
      return ChoiceKind.of(raw);
    }
    if (type instanceof Class<?> raw && raw.isRecord()) {
      return SectionKind.of(raw);
    }
    throw unsupported(type);
  }

  private static Kind generic(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new ListKind(of(arguments[0]));
    }
    if (type.getRawType() == Optional.class) {
      return new OptionalKind(of(arguments[0]), true);
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new MapKind(of(arguments[1]));
    }
    throw unsupported(type);
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException(
        "settings of type "
            + type
            + " cannot be read from a file; expected a number, boolean, String, Path, enum, record,"
            + " or a List, Optional or Map<String, …> of these");
  }
}
