package org.simplexity.tracking;

import java.util.Locale;
import java.util.regex.Pattern;

/** What MLflow accepts as name of a registered model and as alias. */
final class ModelNames {
  private static final Pattern REFUSED_IN_MODEL = Pattern.compile("[/:\\p{Cntrl}]");
  private static final Pattern REFUSED_IN_ALIAS = Pattern.compile("[^A-Za-z0-9_-]");
  private static final Pattern VERSION = Pattern.compile("[vV]\\d+");
  private static final int LONGEST = 250;

  private ModelNames() {}

  /** The name, with {@code _} for what the registry refuses. */
  static String nearestModel(String name) {
    return REFUSED_IN_MODEL.matcher(name).replaceAll("_");
  }

  /** Returns the name, or throws naming the nearest one that is valid. */
  static String requireModel(String name) {
    if (name.isBlank() || !name.equals(nearestModel(name))) {
      throw new IllegalArgumentException(
          "the registry does not take model name \""
              + name
              + "\" (at least one letter, no / or :); nearest valid name: \""
              + (name.isBlank() ? "unnamed" : nearestModel(name))
              + "\"");
    }
    return name;
  }

  /** Returns the alias, or throws naming the nearest one that is valid. */
  static String requireAlias(String alias) {
    String nearest = nearestAlias(alias);
    if (!alias.equals(nearest)) {
      throw new IllegalArgumentException(
          "the registry does not take alias \""
              + alias
              + "\" (letters, digits, _ and -, at most "
              + LONGEST
              + ", not latest and not like a version); nearest valid alias: \""
              + nearest
              + "\"");
    }
    return alias;
  }

  private static String nearestAlias(String alias) {
    String clean = REFUSED_IN_ALIAS.matcher(alias).replaceAll("_");
    String fitting = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    if (fitting.isEmpty()) {
      return "unnamed";
    }
    boolean reserved = fitting.toLowerCase(Locale.ROOT).equals("latest");
    return reserved || VERSION.matcher(fitting).matches() ? "alias-" + fitting : fitting;
  }
}
