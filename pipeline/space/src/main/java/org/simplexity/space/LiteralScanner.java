package org.simplexity.space;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text of Python literals apart: names, texts in quotes, whole numbers and signs. */
final class LiteralScanner {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<name>[A-Za-z_]\\w*)|(?<number>-?\\d+)|'(?<single>[^'\\n]*)'|\"(?<double>[^\"\\n]*)\""
              + "|(?<sign>[()\\[\\],=])");
  private static final Pattern BLANK = Pattern.compile("(\\s|#[^\\n]*)*");
  private static final int LONGEST_NUMBER = 9;

  private final PointedText text;
  private final Matcher matcher;
  private Token current;

  /** What a token is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /** A piece of the text: its kind, its content without quotes, and where it stands. */
  record Token(Kind kind, String content, int start, int end) {
    boolean is(String sign) {
      return kind == Kind.SIGN && content.equals(sign);
    }
  }

  LiteralScanner(PointedText text) {
    this.text = text;
    this.matcher = TOKEN.matcher(text.text());
    this.current = scan(0);
  }

  /** The token that comes next. */
  Token peek() {
    return current;
  }

  /** Takes the next token. */
  Token next() {
    Token taken = current;
    current = scan(taken.end());
    return taken;
  }

  /** Takes the next token, which must be of that kind. */
  Token next(Kind kind, String what) {
    if (current.kind() != kind) {
      throw unexpected(what);
    }
    return next();
  }

  /** Takes a sign that must come next. */
  Token sign(String sign) {
    if (!current.is(sign)) {
      throw unexpected("'" + sign + "'");
    }
    return next();
  }

  /** Takes a sign if it comes next. */
  boolean skip(String sign) {
    boolean there = current.is(sign);
    if (there) {
      next();
    }
    return there;
  }

  /** Takes a whole number. */
  int number(String what) {
    Token token = next(Kind.NUMBER, what);
    if (token.content().length() > LONGEST_NUMBER) {
      throw mistake(token, "number " + token.content() + " is too large");
    }
    return Integer.parseInt(token.content());
  }

  /** The message that something else was expected where the text goes on. */
  IllegalArgumentException unexpected(String what) {
    String found =
        current.kind() == Kind.END
            ? "the text ends"
            : "found " + text.text().substring(current.start(), current.end());
    return mistake(current, "expected " + what + ", but " + found);
  }

  /** A message that points at a token. */
  IllegalArgumentException mistake(Token at, String message) {
    return text.mistake(at.start(), at.end(), message);
  }

  private Token scan(int from) {
    Matcher blank = BLANK.matcher(text.text()).region(from, text.text().length());
    int start = blank.lookingAt() ? blank.end() : from;
    int length = text.text().length();
    if (start == length) {
      return new Token(Kind.END, "", length, length);
    }
    if (!matcher.region(start, length).lookingAt()) {
      throw text.mistake(
          start, start + 1, "'" + text.text().charAt(start) + "' has no place in a genotype");
    }
    return token(start, matcher.end());
  }

  private Token token(int start, int end) {
    for (String group : new String[] {"single", "double"}) {
      if (matcher.group(group) != null) {
        return new Token(Kind.TEXT, matcher.group(group), start, end);
      }
    }
    Kind kind =
        matcher.group("name") != null
            ? Kind.NAME
            : matcher.group("number") != null ? Kind.NUMBER : Kind.SIGN;
    return new Token(kind, matcher.group(), start, end);
  }
}
