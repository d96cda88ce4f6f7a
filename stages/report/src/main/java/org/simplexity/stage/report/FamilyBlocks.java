package org.simplexity.stage.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.method.family.CostKind;
import org.simplexity.method.family.FamilyMember;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.family.ParetoFront;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Variant;

/** Families of structures under prices: maps to point at, fronts, and single searches beside. */
final class FamilyBlocks {
  private static final String EXPLANATION =
      "One search gives a structure for every price of the operations. Accuracy is that of discrete"
          + " networks with the weights of the search, without training, on validation images. Counts"
          + " are over the edges of both cell types; costs are those measured on the machine of the"
          + " search. Figures of several seeds are means ± sample standard deviation.";
  private static final String PAIRS =
      "A single search has the same objective at one price alone. Differences are accuracy of the"
          + " member less that of the single search of the same seed.";
  private static final List<Figure> FIGURES =
      List.of(
          figure("family/structures", "Structures", Quantity.COUNT, Better.NEITHER),
          figure("family/mean_accuracy", "Mean accuracy", Quantity.FRACTION, Better.HIGHER),
          figure("family/best_accuracy", "Best accuracy", Quantity.FRACTION, Better.HIGHER),
          figure("family/price_violations", "Dearer, yet more", Quantity.COUNT, Better.LOWER),
          figure("family/price_moves", "of moves", Quantity.COUNT, Better.NEITHER),
          figure("time/total_seconds", "Time", Quantity.SECONDS, Better.LOWER));

  private final List<Variant> variants;
  private final List<FamilyRun> families;
  private final List<FamilyRun> singles;

  private FamilyBlocks(List<Variant> variants, List<FamilyRun> runs) {
    this.variants = variants;
    this.families = runs.stream().filter(run -> !run.isSingle()).toList();
    this.singles = runs.stream().filter(FamilyRun::isSingle).toList();
  }

  static FamilyBlocks of(List<UpstreamRun> runs, String experiment) throws IOException {
    List<FamilyRun> read = new ArrayList<>();
    for (UpstreamRun run : runs) {
      read.add(FamilyRun.of(run));
    }
    List<UpstreamRun> whole =
        read.stream().filter(run -> !run.isSingle()).map(FamilyRun::run).toList();
    return new FamilyBlocks(Variant.of(whole, experiment), read);
  }

  private static Figure figure(String metric, String title, Quantity quantity, Better better) {
    return new Figure(metric, new Column(title, quantity, better));
  }

  /** Explanation, maps, tables and charts; none without runs. */
  List<Block> blocks() {
    if (families.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>(List.of(new Text(EXPLANATION)));
    blocks.add(Tables.of("Families", variants, FIGURES));
    for (Variant variant : variants) {
      blocks.addAll(ofVariant(variant));
    }
    if (!singles.isEmpty()) {
      blocks.add(new Text(PAIRS));
      variants.forEach(variant -> blocks.addAll(comparison(variant)));
    }
    return blocks;
  }

  private List<FamilyRun> runs(Variant variant) {
    return families.stream().filter(family -> variant.runs().contains(family.run())).toList();
  }

  private String whose(Variant variant) {
    return variants.size() > 1 ? ", " + variant.name() : "";
  }

  private List<Block> ofVariant(Variant variant) {
    List<FamilyRun> runs = runs(variant);
    List<Block> blocks = new ArrayList<>();
    FamilyRun first = runs.get(0);
    String what = first.hasPrices() ? "Structures by price of operations" : "Structures by λ";
    blocks.add(new FamilyMap(first).map(what + whose(variant)));
    for (FamilyRun other : runs.subList(1, runs.size())) {
      String name = variant.name(other.run());
      blocks.add(new Folded(name, List.of(new FamilyMap(other).map(what + ", " + name))));
    }
    if (!first.searched().points().isEmpty()) {
      blocks.add(points(variant));
    }
    blocks.add(front(variant));
    return blocks;
  }

  /** What is found at the complexities that were asked for. */
  private ResultsTable points(Variant variant) {
    List<FamilyRun> runs = runs(variant);
    List<Column> columns = new ArrayList<>();
    List<ToDoubleBiFunction<FamilyRun, FamilyMember>> figures = new ArrayList<>();
    for (String operation : runs.get(0).operations()) {
      columns.add(new Column(operation, Quantity.COUNT, Better.NEITHER));
      figures.add((run, member) -> member.count(operation));
    }
    columns.add(new Column("Their parameters", Quantity.COUNT, Better.LOWER));
    figures.add(FamilyRun::operationParameters);
    columns.add(new Column("Latency, ms", Quantity.NUMBER, Better.LOWER));
    figures.add((run, member) -> cost(member, CostKind.LATENCY));
    columns.add(new Column("Accuracy", Quantity.FRACTION, Better.HIGHER));
    figures.add((run, member) -> member.score().accuracy());
    List<Row> rows = new ArrayList<>();
    for (int p = 0; p < runs.get(0).searched().points().size(); p++) {
      int place = p;
      List<Measured> measured =
          figures.stream()
              .map(
                  figure ->
                      Measured.of(
                          runs.stream()
                              .map(
                                  run ->
                                      figure.applyAsDouble(run, run.searched().points().get(place)))
                              .toList()))
              .toList();
      FamilyMember member = runs.get(0).searched().points().get(p);
      rows.add(new Row(FamilyRun.words(member.condition()), measured));
    }
    return new ResultsTable("Members at chosen prices" + whose(variant), "Prices", columns, rows);
  }

  private static double cost(FamilyMember member, CostKind kind) {
    return member.costs().getOrDefault(kind, Double.NaN);
  }

  private List<FamilyRun> singlesOf(Variant variant) {
    Map<String, String> setting = runs(variant).get(0).setting();
    return singles.stream().filter(single -> single.setting().equals(setting)).toList();
  }

  private LineChart front(Variant variant) {
    List<Point> members =
        runs(variant).stream()
            .flatMap(
                run ->
                    Stream.concat(
                        run.searched().members().stream(), run.searched().points().stream()))
            .map(FamilyBlocks::place)
            .distinct()
            .toList();
    List<Point> single =
        singlesOf(variant).stream().map(run -> place(run.searched().members().get(0))).toList();
    return new ParetoFront(members, single)
        .chart("Accuracy over parameters" + whose(variant), "parameters");
  }

  private static Point place(FamilyMember member) {
    return new Point(cost(member, CostKind.PARAMETERS), member.score().accuracy());
  }

  /** Differences at the complexities of the single searches, and what both ways cost. */
  private List<Block> comparison(Variant variant) {
    List<FamilyRun> runs = runs(variant);
    Map<List<Double>, List<Double>> byPrice = new LinkedHashMap<>();
    Map<List<Double>, List<Double>> alone = new LinkedHashMap<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (FamilyRun family : runs) {
      double seconds = 0;
      List<Double> own = new ArrayList<>();
      for (FamilyRun single : singlesOf(variant)) {
        FamilyMember searched = single.searched().members().get(0);
        if (single.seed().equals(family.seed())) {
          seconds += single.seconds();
          for (FamilyMember member : family.searched().points()) {
            if (member.condition().equals(searched.condition())) {
              double difference = member.score().accuracy() - searched.score().accuracy();
              own.add(difference);
              byPrice.computeIfAbsent(member.condition(), c -> new ArrayList<>()).add(difference);
              alone
                  .computeIfAbsent(member.condition(), c -> new ArrayList<>())
                  .add(searched.score().accuracy());
            }
          }
        }
      }
      if (!own.isEmpty()) {
        ratios.add(family.seconds() / seconds);
        means.add(Measured.of(own).mean());
      }
    }
    return byPrice.isEmpty() ? List.of() : List.of(table(variant, byPrice, alone, means, ratios));
  }

  private ResultsTable table(
      Variant variant,
      Map<List<Double>, List<Double>> differences,
      Map<List<Double>, List<Double>> alone,
      List<Double> means,
      List<Double> ratios) {
    List<Column> columns =
        List.of(
            new Column("Single search", Quantity.FRACTION, Better.NEITHER),
            new Column("Member − single", Quantity.FRACTION, Better.NEITHER),
            new Column("Time, family over all singles", Quantity.NUMBER, Better.NEITHER));
    List<Row> rows = new ArrayList<>();
    differences.forEach(
        (condition, own) ->
            rows.add(
                new Row(
                    FamilyRun.words(condition),
                    List.of(
                        Measured.of(alone.getOrDefault(condition, List.of())),
                        Measured.of(own),
                        Measured.MISSING))));
    rows.add(
        new Row(
            "mean over %d prices".formatted(differences.size()),
            List.of(Measured.MISSING, Measured.of(means), Measured.of(ratios))));
    return new ResultsTable("Single searches" + whose(variant), "Prices", columns, rows);
  }
}
