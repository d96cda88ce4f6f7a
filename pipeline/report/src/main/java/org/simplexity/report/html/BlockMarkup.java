package org.simplexity.report.html;

import org.simplexity.report.content.Block;
import org.simplexity.report.content.Dial;
import org.simplexity.report.content.Drawing;
import org.simplexity.report.content.Facts;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.Gallery;
import org.simplexity.report.content.HeatMap;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Picture;
import org.simplexity.report.content.PriceMap;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.StructureMovement;
import org.simplexity.report.content.Text;
import org.simplexity.report.drawing.Svg;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;

/** Chooses the markup of a block. */
final class BlockMarkup {
  /** Drawings are shrunk this far before they scroll, so that labels stay legible. */
  private static final double LEAST_SCALE = 0.72;

  private BlockMarkup() {}

  static Element of(Block block) {
    if (block instanceof Text text) {
      return paragraphs(text);
    } else if (block instanceof Facts facts) {
      return FactsMarkup.list(facts, "facts");
    } else if (block instanceof ResultsTable table) {
      return TableMarkup.of(table);
    } else if (block instanceof LineChart chart) {
      return LineChartMarkup.of(chart);
    } else if (block instanceof HeatMap map) {
      return HeatMapMarkup.of(map);
    } else if (block instanceof StructureMovement movement) {
      return MovementMarkup.of(movement);
    } else if (block instanceof Folded folded) {
      return folded(folded);
    } else if (block instanceof Dial dial) {
      return DialMarkup.of(dial);
    } else if (block instanceof PriceMap map) {
      return PriceMapMarkup.of(map);
    } else if (block instanceof Gallery gallery) {
      return gallery(gallery);
    }
    return block instanceof Drawing drawing ? drawing(drawing) : picture((Picture) block);
  }

  private static Element paragraphs(Text text) {
    Element group = Element.of("div").with("class", "text");
    for (String paragraph : text.text().split("\\n\\s*\\n", -1)) {
      group = group.add(Element.of("p", paragraph.strip()));
    }
    return group;
  }

  private static Element folded(Folded folded) {
    return Element.of("details", Element.of("summary", folded.title()))
        .with("class", "folded")
        .add(folded.blocks().stream().map(BlockMarkup::of).toList());
  }

  private static Element drawing(Drawing drawing) {
    String least = "--least:" + Decimal.of(LEAST_SCALE * drawing.drawing().width()) + "px";
    Element frame =
        Element.of("div", drawing.drawing().embedded())
            .with("class", "scroll drawing")
            .with("style", least);
    return Element.of(
        "figure",
        Element.of("figcaption", drawing.caption()),
        Scrollable.named(frame, drawing.caption()));
  }

  private static Element gallery(Gallery gallery) {
    return Element.of(
        "figure",
        Element.of("figcaption", gallery.caption()),
        Element.of("div")
            .with("class", "gallery")
            .add(gallery.drawings().stream().map(Svg::embedded).toList()));
  }

  private static Element picture(Picture picture) {
    return Element.of(
            "figure",
            Element.of("figcaption", picture.caption()),
            Element.of("img")
                .with("src", "data:image/png;base64," + picture.base64())
                .with("alt", picture.caption()))
        .with("class", "picture");
  }
}
