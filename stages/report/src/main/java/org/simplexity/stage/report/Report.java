package org.simplexity.stage.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.simplexity.experiment.Experiment;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Facts;
import org.simplexity.report.content.Facts.Fact;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ReportContent;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.Section;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;

/** Says what an experiment found, out of its runs. */
final class Report {
  private final Experiment experiment;
  private final Gathered gathered;
  private final List<Variant> searched;
  private final List<Variant> discretised;
  private final List<Variant> trained;
  private final List<Variant> fitted;
  private final Robustness robustness;
  private final Pruning pruning;
  private final DialBlocks dial;
  private final FamilyBlocks families;

  Report(Experiment experiment, Gathered gathered) throws IOException {
    this.experiment = experiment;
    this.gathered = gathered;
    this.searched = Variant.of(gathered.search(), experiment.name());
    this.discretised = Variant.of(gathered.discretise(), experiment.name());
    this.trained = Variant.of(gathered.train(), experiment.name());
    this.fitted = Variant.of(gathered.hypernet(), experiment.name());
    this.robustness = Robustness.of(Variant.of(gathered.robustness(), experiment.name()));
    this.pruning = Pruning.of(gathered.prune());
    this.dial = DialBlocks.of(gathered);
    this.families = FamilyBlocks.of(gathered.family(), experiment.name());
  }

  /** Accuracy without some weights. */
  Pruning pruning() {
    return pruning;
  }

  /** Accuracy under disturbances. */
  Robustness robustness() {
    return robustness;
  }

  /** Variants of training. */
  List<Variant> trained() {
    return trained;
  }

  /** The best of what was trained. */
  Optional<Winner> winner() {
    return Winner.of(trained);
  }

  /** Learning curves of search, training and fitting. */
  List<LineChart> curves() {
    Curves search = new Curves("the search", searched);
    Curves training = new Curves("training", trained);
    Curves fitting = new Curves("the fitting", fitted);
    return Stream.of(
            search.loss(),
            search.accuracy(),
            training.loss(),
            training.accuracy(),
            fitting.loss(),
            fitting.accuracy(),
            fitting.metric(
                "Pruning criterion, distance from its value at the minimum",
                new Axis("mean over weights and λ", Quantity.NUMBER, true),
                "gap/criterion"),
            fitting.metric(
                "Objective above its minimum",
                new Axis("mean over λ", Quantity.NUMBER, true),
                "gap/objective"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The whole report; the charts are those of {@link #curves}. */
  ReportContent content(List<LineChart> curves) throws IOException {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Results", results()));
    sections.add(
        new Section(
            "Choice of a submodel",
            new PolynomialBlocks(gathered.polynomial(), experiment.name()).blocks()));
    sections.add(
        new Section(
            "Autoencoder",
            new AutoencoderBlocks(Variant.of(gathered.autoencoder(), experiment.name())).blocks()));
    sections.add(new Section("Family of structures", families.blocks()));
    sections.add(
        new Section(
            "Search strategies",
            new StrategyBlocks(trained, Variant.of(gathered.adanet(), "boosted"), gathered.search())
                .blocks()));
    sections.add(
        new Section(
            "Ensembles",
            new EnsembleBlocks(Variant.of(gathered.ensemble(), experiment.name())).blocks()));
    sections.add(
        new Section(
            "Structures found", new StructureBlocks(discretised, winner()).blocks(gathered)));
    sections.add(new Section("Robustness", robustness.blocks()));
    sections.add(new Section("Dial over λ", dial.blocks()));
    sections.add(new Section("Pruning", pruning.blocks()));
    sections.add(new Section("Learning curves", List.copyOf(curves)));
    sections.add(new Section("How the structure moved", movement()));
    sections.add(new Section("What was run", new OriginBlocks(experiment, gathered).blocks()));
    sections.removeIf(section -> section.blocks().isEmpty());
    return new ReportContent(experiment.name(), experiment.description(), summary(), sections);
  }

  private Facts summary() {
    List<Fact> facts = new ArrayList<>();
    winner().ifPresent(winner -> facts.addAll(headline(winner)));
    winner()
        .flatMap(winner -> winner.builtOn(gathered.discretise()))
        .map(Discretisation::of)
        .ifPresent(facts::add);
    facts.add(
        new Fact("Time of all tasks", Quantity.SECONDS.format(Durations.total(gathered.all()))));
    facts.add(new Fact("Tasks", Integer.toString(gathered.all().size())));
    return new Facts(facts);
  }

  private List<Fact> headline(Winner winner) {
    List<Fact> facts = new ArrayList<>();
    if (trained.size() > 1) {
      facts.add(new Fact("Best variant", winner.variant().name()));
    }
    for (Figure figure : Figure.HEADLINE) {
      Measured measured = winner.variant().measured(figure.metric());
      if (measured.count() > 0) {
        String text = measured.format(figure.column().quantity());
        facts.add(new Fact(figure.column().title(), text));
      }
    }
    return facts;
  }

  private List<Block> results() {
    List<Block> blocks = new ArrayList<>();
    String gap = "Validation accuracy on the way to a discrete network";
    blocks.add(Tables.of("Trained networks", trained, Figure.TRAINED));
    blocks.add(Tables.of(gap, discretised, Figure.DISCRETE));
    blocks.add(Tables.of("Searches", searched, Figure.SEARCHED));
    blocks.removeIf(block -> block instanceof ResultsTable table && table.columns().isEmpty());
    if (Stream.of(trained, discretised, searched)
        .flatMap(List::stream)
        .anyMatch(v -> v.runs().size() > 1)) {
      blocks.add(new Text("Figures of several seeds are mean ± sample standard deviation."));
    }
    return blocks;
  }

  private List<Block> movement() {
    Curves curves = new Curves("the search", searched);
    Axis entropy = Axis.linear("entropy of γ", Quantity.NUMBER);
    Axis skips = Axis.linear("skip connections", Quantity.COUNT);
    List<Block> blocks = new ArrayList<>();
    curves
        .metric("Entropy of γ, mean over edges", entropy, "structure/entropy")
        .ifPresent(blocks::add);
    curves
        .metric("Skip connections in the derived genotype", skips, "structure/skip_connections")
        .ifPresent(blocks::add);
    blocks.addAll(new MovementBlocks(searched, winner()).blocks(gathered));
    return blocks;
  }
}
