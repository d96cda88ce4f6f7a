package org.simplexity.cli.simplex;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.stage.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the density of a distribution over the simplex, and draws it (lecture, last exercise). */
@Command(
    name = "simplex",
    description = "Tells the density of a distribution over the simplex at a point, and draws it.",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "gumbel-softmax is softmax((logits + Gumbel noise) / T): random corners as T falls to 0, the centre",
      "as T grows. dirichlet has the concentrations T α. logit-normal is softmax(X) of a Gaussian X.",
      "",
      "Densities are those of the first K − 1 shares; in JSON one beyond the range of doubles is null.",
      "Pictures have three corners, densities any number of shares from 2. Colour is the density, on a",
      "log scale of each panel's own; what is unbounded at the border is cut off, as the picture says.",
      "",
      "For example:",
      "  ./simplexity simplex gumbel-softmax --logits 0,0.5,-1 --temperature 0.5 --at 0.2,0.3,0.5",
      "  ./simplexity simplex dirichlet --alpha 1e-30,1e-30,1e-30 --at 0.2,0.3,0.5 --json",
      "  ./simplexity simplex gumbel-softmax --temperatures 0.1,0.5,0.995,2,5 --out sheet.svg",
      "  ./simplexity simplex logit-normal --mean 0,1,0 --covariance '1,.5,0; .5,2,0; 0,0,1' --out x.svg"
    })
public final class SimplexCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DISTRIBUTION",
      converter = DistributionName.Converter.class,
      description = "gumbel-softmax, dirichlet or logit-normal")
  @SuppressWarnings("NullAway.Init")
  private DistributionName name;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ParameterOptions parameters;

  @Option(
      names = "--at",
      paramLabel = "P,P,P",
      converter = Numbers.Converter.class,
      description = "prints the density at this point: positive shares that sum to 1")
  private @Nullable Numbers at;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PictureOptions picture;

  @Option(names = "--json", description = "prints one JSON object, for programs")
  private boolean json;

  @Option(names = "--out", paramLabel = "FILE.svg", description = "draws the density")
  private @Nullable Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public Integer call() throws IOException {
    String answer;
    try {
      answer = answer();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    PrintWriter output = spec.commandLine().getOut();
    output.println(answer);
    output.flush();
    return ExitCode.DONE.code();
  }

  private String answer() throws IOException {
    Family family = Family.of(name, parameters, at == null ? 3 : at.count());
    check();
    String answer = at == null ? summary(family) : density(family, at);
    if (out != null) {
      draw(family, out);
    }
    return answer;
  }

  private void check() {
    if (picture.hasTemperatures()) {
      if (out == null || at != null || parameters.temperature() != null) {
        throw new IllegalArgumentException(
            "--temperatures: needs --out, and neither --at nor --temperature");
      }
      if (name == DistributionName.LOGIT_NORMAL) {
        throw new IllegalArgumentException("--temperatures: logit-normal has no temperature");
      }
    }
  }

  private String density(Family family, Numbers shares) {
    DensityAnswer answer =
        DensityAnswer.of(name, family, SimplexPoint.of(shares, family.operations()));
    return json ? answer.json() : answer.text();
  }

  private String summary(Family family) {
    Summary summary = Summary.of(name, family, picture.seed());
    return json ? summary.json() : summary.text();
  }

  private void draw(Family family, Path file) throws IOException {
    if (!file.toString().endsWith(".svg")) {
      throw new IllegalArgumentException("--out: " + file + " does not end with .svg");
    }
    String drawing = picture.draw(name, family).text();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, drawing);
  }
}
