package org.simplexity.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Dial;
import org.simplexity.report.content.Dial.Model;
import org.simplexity.report.content.Dial.Position;
import org.simplexity.report.content.Drawing;
import org.simplexity.report.content.Facts;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.Gallery;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Picture;
import org.simplexity.report.content.PriceMap;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ReportContent;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Section;
import org.simplexity.report.content.StructureMovement;
import org.simplexity.report.content.Text;
import org.simplexity.report.drawing.GenotypeDrawing;
import org.simplexity.report.drawing.HeatDrawing;
import org.simplexity.report.drawing.NiceScale;
import org.simplexity.report.drawing.Shares;
import org.simplexity.report.drawing.Surface;
import org.simplexity.report.drawing.SurfaceDrawing;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.Edge;

/** Content for tests, one block of every kind. */
public final class Samples {
  /** A name that tries to pose as markup in every place it may come to. */
  public static final String HOSTILE =
      "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>\"&<!--";

  private Samples() {}

  public static LineChart curves(String title, String name, boolean logarithmic) {
    List<Point> falling = new ArrayList<>();
    List<Point> rising = new ArrayList<>();
    for (int epoch = 1; epoch <= 20; epoch++) {
      falling.add(new Point(epoch, 2.3 * Math.exp(-epoch / 6.0)));
      rising.add(new Point(epoch, epoch == 7 ? Double.NaN : 1 - Math.exp(-epoch / 4.0)));
    }
    return new LineChart(
        title,
        Axis.epochs(),
        new Axis("loss", Quantity.NUMBER, logarithmic),
        List.of(
            new Series(name, new Style(0, false), falling),
            new Series("train", new Style(1, true), rising)));
  }

  public static StructureMovement movement(String operation) {
    List<Shares> shares = new ArrayList<>();
    for (int epoch = 1; epoch <= 5; epoch++) {
      double share = 0.5 + 0.08 * epoch;
      shares.add(
          new Shares(
              List.of("0-2", "1-2"),
              List.of("skip_connect", operation),
              List.of(List.of(share, 1 - share), List.of(1 - share, share))));
    }
    return new StructureMovement("How γ moved", List.of(1L, 2L, 3L, 4L, 5L), shares);
  }

  public static CellGenotype cell(String operation) {
    return CellGenotype.of(
        2,
        List.of(
            new Edge(0, 2, operation),
            new Edge(1, 2, "skip_connect"),
            new Edge(2, 3, "sep_conv_3x3"),
            new Edge(0, 3, operation)));
  }

  public static ResultsTable table(String row) {
    return new ResultsTable(
        "Results",
        "Variant",
        List.of(
            new Column("Test accuracy", Quantity.FRACTION, Better.HIGHER),
            new Column("Parameters", Quantity.COUNT, Better.LOWER)),
        List.of(
            new Row(
                row, List.of(Measured.of(List.of(0.975, 0.977)), Measured.of(List.of(12345.0)))),
            new Row("b", List.of(Measured.of(List.of(0.9812)), Measured.of(List.of(24690.0)))),
            new Row("c", List.of(Measured.of(List.of(0.1)), Measured.MISSING))));
  }

  /** Two models: one at λ 0.1, 1 and 10 with two seeds, one at λ 1 with one. */
  public static Dial dial(String name) {
    List<Position> positions =
        Stream.of(0.1, 1.0, 10.0)
            .map(
                lambda ->
                    new Position(
                        lambda,
                        Measured.of(List.of(0.9 - lambda / 100, 0.92 - lambda / 100)),
                        Measured.of(List.of(0.5, 0.7)),
                        Measured.of(List.of(1000 * lambda, 1000 * lambda)),
                        Measured.of(List.of(2500.0, 2500.0))))
            .toList();
    Position plain =
        new Position(
            1,
            Measured.of(List.of(0.8)),
            Measured.of(List.of(0.25)),
            Measured.of(List.of(7.0)),
            Measured.of(List.of(8.0)));
    return new Dial(name, List.of(new Model("plain", List.of(plain)), new Model(name, positions)));
  }

  /** A heat map and a surface. */
  public static Gallery gallery(String name) {
    Surface surface =
        new Surface(
            name,
            name,
            new Surface.Axis(name, List.of(0.0, 0.5), false),
            new Surface.Axis(name, List.of(1.0, 10.0), true),
            List.of(List.of(0.95, 0.5), List.of(0.8, 0.6)));
    NiceScale scale = new NiceScale(0, 1, 0.2);
    return new Gallery(
        name,
        List.of(HeatDrawing.draw(surface, scale).svg(), SurfaceDrawing.draw(surface, scale).svg()));
  }

  public static byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every kind of block, with one name in every place where a user's text may stand. */
  /** Three prices at the corners and between, each place a structure of its own. */
  public static PriceMap map(String name) {
    List<PriceMap.Structure> structures =
        Stream.of(0.7, 0.8, 0.9, 0.85)
            .map(
                accuracy ->
                    new PriceMap.Structure(
                        List.of(
                            new PriceMap.Reading(name, Quantity.FRACTION, accuracy),
                            new PriceMap.Reading("Size", Quantity.COUNT, 1000 * accuracy)),
                        List.of(GenotypeDrawing.draw(name, cell(name)))))
            .toList();
    return new PriceMap(
        name,
        List.of(name, "b", "c"),
        List.of(
            new PriceMap.Place(List.of(1.0, 0.0, 0.0), 0),
            new PriceMap.Place(List.of(0.0, 1.0, 0.0), 1),
            new PriceMap.Place(List.of(0.0, 0.0, 1.0), 2),
            new PriceMap.Place(List.of(0.3, 0.4, 0.3), 3)),
        structures);
  }

  public static ReportContent everything(String name) {
    StructureMovement movement = movement(name);
    List<Block> structure =
        List.of(
            new Drawing(name, GenotypeDrawing.draw(name, cell(name))),
            movement,
            movement.asHeatMap(name),
            new Folded(name, List.of(curves("Folded curves", name, false))));
    return new ReportContent(
        name,
        name,
        new Facts(List.of(new Facts.Fact(name, name))),
        List.of(
            new Section(name, List.of(table(name), new Text(name + "\n\n" + name))),
            new Section("Curves", List.of(curves(name, name, true), curves(name, name, false))),
            new Section("Structure", structure),
            new Section("Dial", List.of(dial(name), gallery(name), map(name))),
            new Section("Data", List.of(Picture.png(name, png())))));
  }
}
