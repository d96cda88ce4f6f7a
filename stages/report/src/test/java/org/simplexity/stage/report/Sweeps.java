package org.simplexity.stage.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.Edge;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;

/** Runs of a sweep over two numbers of channels and two seeds, for tests. */
final class Sweeps {
  static final String DATA =
      "{\"name\":\"digits\",\"shape\":{\"channels\":1,\"height\":8,\"width\":8},"
          + "\"classes\":[\"0\",\"1\"],\"splits\":{\"train\":{\"images\":1078},"
          + "\"validation\":{\"images\":359},\"test\":{\"images\":360}},"
          + "\"provenance\":{\"licence\":\"CC BY 4.0\"},\"checksum\":\"abcdef\"}";

  private final Path folder;
  private final List<RecordedRun> search = new ArrayList<>();
  private final List<RecordedRun> discretise = new ArrayList<>();
  private final List<RecordedRun> train = new ArrayList<>();
  private final List<RecordedRun> robustness = new ArrayList<>();

  private Sweeps(Path folder) {
    this.folder = folder;
  }

  /** Test accuracies 0.90 and 0.92 with 8 channels, 0.96 and 0.98 with 16. */
  static Gathered twoByTwo(Path folder) throws IOException {
    Sweeps sweeps = new Sweeps(folder);
    sweeps.add("8", "0", 0.90, "sep_conv_3x3");
    sweeps.add("8", "1", 0.92, "max_pool_3x3");
    sweeps.add("16", "0", 0.98, "skip_connect");
    sweeps.add("16", "1", 0.96, "sep_conv_3x3");
    return sweeps.gathered();
  }

  /**
   * The same with robustness: with c channels, of 100 images 4 c + seed are recognised, and with
   * noise of 0.1 one or three fewer.
   */
  static Gathered disturbed(Path folder) throws IOException {
    Sweeps sweeps = new Sweeps(folder);
    for (String channels : List.of("8", "16")) {
      for (String seed : List.of("0", "1")) {
        sweeps.disturb(channels, seed);
      }
    }
    return sweeps.gathered();
  }

  private void disturb(String channels, String seed) {
    double clean = (4 * Integer.parseInt(channels) + Integer.parseInt(seed)) / 100.0;
    String row = "[\"%s\",%s,%d,%s,\"%s\"]";
    List<String> rows =
        List.of(
            row.formatted("weight_noise", "0.0", 1, clean, "σ"),
            row.formatted("weight_noise", "0.1", 1, clean - 0.01, "σ"),
            row.formatted("weight_noise", "0.1", 2, clean - 0.03, "σ"),
            row.formatted("fog", "0.0", 1, clean, "severity"),
            row.formatted("fog", "3.0", 1, clean - 0.1, "severity"));
    robustness.add(
        run("robustness", channels + "-" + seed, channels, seed)
            .metric("robustness/weight_noise/area", clean - 0.01)
            .metric("robustness/fog/area", clean - 0.05)
            .artifact(
                "tables/robustness.json",
                "{\"columns\":[\"perturbation\",\"level\",\"draw\",\"accuracy\",\"scale\"],\"data\":"
                    + rows
                    + "}"));
  }

  /**
   * One hypernetwork pruned at λ 1 and 10; its fitting has a dial at 1 and 100, the pruning at 10
   * has one at 10, and that at 1 is of an older version without one.
   */
  static Gathered pruned(Path folder) {
    RecordedRun fitted = new RecordedRun("hypernet", folder.resolve("hypernet"));
    fitted.artifact("tables/dial.json", dial(dialRow(1, 0.9), dialRow(100, 0.5)));
    RecordedRun old = pruned(folder, 1);
    RecordedRun young = pruned(folder, 10);
    young.artifact("tables/dial.json", dial(dialRow(10, 0.8)));
    return new Gathered(Map.of("hypernet", List.of(fitted), "prune", List.of(old, young)));
  }

  private static RecordedRun pruned(Path folder, double lambda) {
    String row = "[\"var_linear\",%s,0,%s,%s]";
    List<String> rows =
        List.of(row.formatted(lambda, 0.0, 0.9), row.formatted(lambda, 0.5, 0.9 - lambda / 100));
    return new RecordedRun("prune", folder.resolve("prune-" + lambda))
        .artifact(
            "tables/pruning.json",
            "{\"columns\":[\"model\",\"lambda\",\"seed\",\"removed\",\"accuracy\"],\"data\":"
                + rows
                + "}");
  }

  private static String dial(String... rows) {
    return "{\"columns\":[\"model\",\"seed\",\"lambda\",\"accuracy\",\"removable\",\"weights\","
        + "\"multiply_adds\"],\"data\":"
        + List.of(rows)
        + "}";
  }

  private static String dialRow(double lambda, double accuracy) {
    return "[\"var_linear\",0,%s,%s,0.75,1234,5678]".formatted(lambda, accuracy);
  }

  /** One search, one training. */
  static Gathered single(Path folder) throws IOException {
    Sweeps sweeps = new Sweeps(folder);
    sweeps.add("8", "0", 0.975, "sep_conv_3x3");
    return sweeps.gathered();
  }

  private Gathered gathered() throws IOException {
    RecordedRun data = new RecordedRun("data-prep", folder.resolve("data"));
    data.lasting(2).artifact("data/provenance.json", DATA).artifact("data/samples.png", png());
    return new Gathered(
        Map.of(
            "data-prep",
            List.of(data),
            "search",
            List.copyOf(search),
            "discretise",
            List.copyOf(discretise),
            "train",
            List.copyOf(train),
            "robustness",
            List.copyOf(robustness)));
  }

  private void add(String channels, String seed, double accuracy, String operation) {
    String cell = channels + "-" + seed;
    search.add(
        run("search", cell, channels, seed)
            .lasting(100)
            .metric("train/loss", 2.0, 1.0, 0.5)
            .metric("validation/loss", 2.1, Double.NaN, 0.7)
            .metric("train/accuracy", 0.3, 0.6, 0.8)
            .metric("validation/accuracy", 0.2, 0.5, 0.7)
            .metric("structure/entropy", 1.0, 0.9, 0.8)
            .metric("structure/skip_connections", 2, 1, 1)
            .metric("structure/gamma/normal/1-2/skip_connect", 0.5, 0.4, 0.2)
            .metric("structure/gamma/normal/1-2/sep_conv_3x3", 0.5, 0.6, 0.8)
            .metric("structure/gamma/normal/0-2/skip_connect", 0.5, 0.6, 0.9)
            .metric("structure/gamma/normal/0-2/sep_conv_3x3", 0.5, 0.4, 0.1));
    discretise.add(
        run("discretise", cell, channels, seed)
            .metric("accuracy/supernet", 0.7)
            .metric("accuracy/discrete", 0.3)
            .artifact("genotype.json", genotype(operation)));
    train.add(
        run("train", cell, channels, seed)
            .with("train.start", "[\"scratch\"]")
            .metric("train/loss", 1.0, 0.2)
            .metric("validation/accuracy", 0.8, accuracy - 0.01)
            .headline(
                "{\"test/accuracy\":"
                    + accuracy
                    + ",\"model/parameters\":"
                    + 1000 * Integer.parseInt(channels)
                    + "}"));
  }

  private RecordedRun run(String stage, String cell, String channels, String seed) {
    return new RecordedRun(stage, folder.resolve(stage + "-" + cell))
        .with("space.channels", channels)
        .with("seed", seed)
        .with("runtime.threads", stage + cell);
  }

  private static String genotype(String operation) {
    CellGenotype cell =
        CellGenotype.of(1, List.of(new Edge(0, 2, operation), new Edge(1, 2, operation)));
    return GenotypeJson.write(new Genotype(cell, cell));
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    return out.toByteArray();
  }
}
