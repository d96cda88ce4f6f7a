package org.simplexity.report.still;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.simplexity.report.drawing.Mark;
import org.simplexity.report.drawing.Point;
import org.simplexity.report.drawing.Scene;

/** Scenes as a PNG picture on white ground, three a row. */
public final class ScenePicture {
  private static final int COLUMNS = 3;
  private static final double PIXELS = 2; // a user unit

  private final Graphics2D canvas;

  private ScenePicture(Graphics2D canvas) {
    this.canvas = canvas;
  }

  /**
   * Draws scenes side by side.
   *
   * @param scenes what to draw, at least one
   * @return content of a PNG file
   */
  public static byte[] png(List<Scene> scenes) {
    double width = scenes.stream().mapToDouble(Scene::width).max().orElseThrow();
    double height = scenes.stream().mapToDouble(Scene::height).max().orElseThrow();
    int columns = Math.min(COLUMNS, scenes.size());
    int rows = (scenes.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(
            (int) Math.ceil(PIXELS * columns * width),
            (int) Math.ceil(PIXELS * rows * height),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.scale(PIXELS, PIXELS);
    for (int index = 0; index < scenes.size(); index++) {
      Graphics2D place = (Graphics2D) canvas.create();
      int row = index / columns;
      place.translate((index - row * columns) * width, row * height);
      ScenePicture picture = new ScenePicture(place);
      scenes.get(index).marks().forEach(picture::draw);
      place.dispose();
    }
    canvas.dispose();
    return encoded(sheet);
  }

  private static byte[] encoded(BufferedImage sheet) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(sheet, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    }
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Face face) {
      Path2D outline = path(face.corners());
      outline.closePath();
      canvas.setColor(Color.decode(face.colour().light()));
      canvas.setStroke(new BasicStroke(0.5f));
      canvas.fill(outline);
      canvas.draw(outline);
    } else if (mark instanceof Mark.Line line) {
      canvas.setColor(Color.decode(line.ink().colour().light()));
      canvas.setStroke(
          new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      canvas.draw(path(line.points()));
    } else {
      words((Mark.Words) mark);
    }
  }

  private void words(Mark.Words words) {
    Font font = new Font(Font.MONOSPACED, Font.PLAIN, 1).deriveFont((float) words.size());
    double width = font.getStringBounds(words.text(), canvas.getFontRenderContext()).getWidth();
    double left =
        switch (words.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    canvas.setFont(font);
    canvas.setColor(Color.decode(words.ink().colour().light()));
    canvas.drawString(words.text(), (float) (words.place().x() - left), (float) words.place().y());
  }

  private static Path2D path(List<Point> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).x(), points.get(0).y());
    points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }
}
