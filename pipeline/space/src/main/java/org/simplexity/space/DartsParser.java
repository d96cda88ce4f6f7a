package org.simplexity.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.simplexity.space.LiteralScanner.Kind;
import org.simplexity.space.LiteralScanner.Token;

/** Reads {@code Genotype(normal=…, normal_concat=…, reduce=…, reduce_concat=…)}. */
final class DartsParser {
  /** Edges into every node. */
  static final int EDGES = 2;

  private static final List<String> FIELDS =
      List.of("normal", "normal_concat", "reduce", "reduce_concat");

  private final LiteralScanner scanner;
  private final Map<String, Pairs> pairs = new LinkedHashMap<>();
  private final Map<String, List<Numbered>> concatenated = new LinkedHashMap<>();

  /** The edges of a cell, and where their list stands. */
  private record Pairs(List<Edge> edges, Token at) {
    int nodes() {
      return edges.size() / EDGES;
    }
  }

  /** A node's number, and where it stands. */
  private record Numbered(int node, Token at) {}

  DartsParser(PointedText text) {
    this.scanner = new LiteralScanner(text);
  }

  Genotype genotype() {
    Token name = scanner.next(Kind.NAME, "Genotype(");
    if (scanner.skip("=")) {
      name = scanner.next(Kind.NAME, "Genotype(");
    }
    if (!name.content().equals("Genotype")) {
      throw scanner.mistake(name, "expected Genotype(…), but found " + name.content());
    }
    scanner.sign("(");
    while (!scanner.peek().is(")")) {
      field();
      if (!scanner.skip(",") && !scanner.peek().is(")")) {
        throw scanner.unexpected("',' or ')'");
      }
    }
    Token end = scanner.next();
    if (scanner.peek().kind() != Kind.END) {
      throw scanner.unexpected("the end of the text");
    }
    return new Genotype(cell("normal", end), cell("reduce", end));
  }

  private void field() {
    Token name = scanner.next(Kind.NAME, "one of " + String.join(", ", FIELDS));
    String field = name.content();
    if (!FIELDS.contains(field)) {
      throw scanner.mistake(
          name, "field \"%s\" is not one of %s".formatted(field, String.join(", ", FIELDS)));
    }
    if (pairs.containsKey(field) || concatenated.containsKey(field)) {
      throw scanner.mistake(name, "field \"" + field + "\" is given twice");
    }
    scanner.sign("=");
    if (field.endsWith("_concat")) {
      concatenated.put(field, concatenation());
    } else {
      pairs.put(field, pairs());
    }
  }

  private Pairs pairs() {
    Token start = scanner.sign("[");
    List<Edge> edges = new ArrayList<>();
    while (!scanner.peek().is("]")) {
      edges.add(edge(CellGenotype.INPUTS + edges.size() / EDGES));
      if (!scanner.skip(",") && !scanner.peek().is("]")) {
        throw scanner.unexpected("',' or ']'");
      }
    }
    if (edges.isEmpty() || edges.size() % EDGES != 0) {
      String message = "%d edges; there must be two into every node, so an even number above 0";
      throw scanner.mistake(scanner.peek(), message.formatted(edges.size()));
    }
    scanner.next();
    return new Pairs(edges, start);
  }

  private Edge edge(int to) {
    scanner.sign("(");
    Token operation = scanner.next(Kind.TEXT, "the name of an operation in quotes");
    if (Operations.find(operation.content()).isEmpty()) {
      throw scanner.mistake(operation, Operations.unknown(operation.content(), List.of()));
    }
    scanner.sign(",");
    Token at = scanner.peek();
    int from = scanner.number("the number of a node");
    if (from < 0 || from >= to) {
      throw scanner.mistake(
          at,
          "node %d is out of range: this edge leads into node %d, so it comes from one of 0..%d"
              .formatted(from, to, to - 1));
    }
    scanner.sign(")");
    return new Edge(from, to, operation.content());
  }

  private List<Numbered> concatenation() {
    Token start = scanner.peek();
    if (start.kind() == Kind.NAME && start.content().equals("range")) {
      return range(scanner.next());
    }
    String close = start.is("(") ? ")" : "]";
    if (!start.is("(")) {
      scanner.sign("[");
    } else {
      scanner.next();
    }
    List<Numbered> nodes = new ArrayList<>();
    while (!scanner.peek().is(close)) {
      Token at = scanner.peek();
      nodes.add(new Numbered(scanner.number("the number of a node"), at));
      if (!scanner.skip(",") && !scanner.peek().is(close)) {
        throw scanner.unexpected("',' or '" + close + "'");
      }
    }
    Token end = scanner.next();
    if (nodes.isEmpty()) {
      throw scanner.mistake(end, "no node is concatenated: the cell has no output");
    }
    return nodes;
  }

  private List<Numbered> range(Token at) {
    scanner.sign("(");
    int first = scanner.number("the first node");
    scanner.sign(",");
    int end = scanner.number("the node after the last");
    scanner.sign(")");
    if (first >= end) {
      throw scanner.mistake(at, "range(%d, %d) holds no node".formatted(first, end));
    }
    if ((long) end - first > Short.MAX_VALUE) {
      throw scanner.mistake(at, "range(%d, %d) is too long".formatted(first, end));
    }
    return IntStream.range(first, end).mapToObj(node -> new Numbered(node, at)).toList();
  }

  private CellGenotype cell(String field, Token end) {
    Pairs found = pairs.get(field);
    if (found == null) {
      throw scanner.mistake(end, "field \"" + field + "\" is missing");
    }
    List<Numbered> outputs = concatenated.get(field + "_concat");
    if (outputs == null) {
      throw scanner.mistake(end, "field \"" + field + "_concat\" is missing");
    }
    int last = CellGenotype.INPUTS + found.nodes() - 1;
    List<Integer> nodes = new ArrayList<>();
    for (Numbered output : outputs) {
      check(output, last, nodes);
      nodes.add(output.node());
    }
    return new CellGenotype(found.nodes(), found.edges(), nodes);
  }

  private void check(Numbered output, int last, List<Integer> before) {
    if (output.node() < CellGenotype.INPUTS || output.node() > last) {
      throw scanner.mistake(
          output.at(),
          "node %d is out of range: the intermediate nodes of this cell are %d..%d"
              .formatted(output.node(), CellGenotype.INPUTS, last));
    }
    if (before.contains(output.node())) {
      throw scanner.mistake(output.at(), "node " + output.node() + " is concatenated twice");
    }
  }
}
