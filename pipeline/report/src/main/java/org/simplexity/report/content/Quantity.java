package org.simplexity.report.content;

import java.util.Locale;

/** What a number is, and so how it is written. */
public enum Quantity {
  /** Share in [0, 1], four decimals: 0.9750. */
  FRACTION {
    @Override
    String finite(double value) {
      return decimals(value, 4);
    }
  },
  /** Number of things, three significant digits from a thousand on: 12.3 k. */
  COUNT {
    @Override
    String finite(double value) {
      double size = Math.abs(value);
      if (size < 999.5) {
        return decimals(value, value == Math.rint(value) ? 0 : 1);
      }
      if (size < 999_500) {
        return threeDigits(value / 1e3) + " k";
      }
      return size < 999_500_000 ? threeDigits(value / 1e6) + " M" : threeDigits(value / 1e9) + " G";
    }
  },
  /** Length of time, given in seconds: 3 min 12 s. */
  SECONDS {
    @Override
    String finite(double value) {
      if (value < 59.95) {
        return value < 0.9995 ? decimals(value * 1000, 0) + " ms" : decimals(value, 1) + " s";
      }
      long seconds = Math.round(value);
      if (seconds < 3600) {
        return seconds / 60 + " min " + twoDigits(seconds % 60) + " s";
      }
      long minutes = Math.round(value / 60);
      return minutes < 24 * 60
          ? minutes / 60 + " h " + twoDigits(minutes % 60) + " min"
          : minutes / 1440 + " d " + twoDigits(minutes % 1440 / 60) + " h";
    }
  },
  /** Amount of memory, given in MiB: 231 MiB, 1.25 GiB. */
  MEGABYTES {
    @Override
    String finite(double value) {
      return value < 1023.5 ? decimals(value, 0) + " MiB" : threeDigits(value / 1024) + " GiB";
    }
  },
  /** Any other number, four significant digits: 0.3142, 2.5e-05. */
  NUMBER {
    @Override
    String finite(double value) {
      double size = Math.abs(value);
      if (value == 0) {
        return "0";
      }
      if (size < 1e-3 || size >= 1e6) {
        return String.format(Locale.ROOT, "%.3e", value).replaceAll("\\.?0+e", "e");
      }
      String text = decimals(value, Math.max(0, 3 - (int) Math.floor(Math.log10(size))));
      return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
  };

  /**
   * The number as it is to be read, with its unit.
   *
   * @param value any number; an infinite one or none at all is a dash
   */
  public String format(double value) {
    return Double.isFinite(value) ? finite(value) : "–";
  }

  abstract String finite(double value);

  private static String decimals(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String threeDigits(double value) {
    double size = Math.abs(value);
    return decimals(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  }

  private static String twoDigits(long value) {
    return String.format(Locale.ROOT, "%02d", value);
  }
}
