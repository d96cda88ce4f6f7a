package org.simplexity.data;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One picture of what a data set looks like: a row of train images for each class, enlarged.
 *
 * <p>Up to 20 classes stand below each other with 10 images each; more stand in up to five columns
 * with fewer images, at most 100 classes in all.
 */
public final class ContactSheet {
  private static final Logger LOG = LoggerFactory.getLogger(ContactSheet.class);
  private static final int ROWS = 20;
  private static final int COLUMNS = 5;
  private static final int IMAGES = 10;
  private static final int TILE = 64;
  private static final int GAP = 4;
  private static final int LABEL = 130;
  private static final int TITLE = 28;

  private final PreparedImages images;
  private final int classes;
  private final int columns;
  private final int rows;
  private final int perClass;
  private final int scale;

  private ContactSheet(PreparedImages images) {
    this.images = images;
    ImageShape shape = images.shape();
    this.classes = Math.min(images.classes().size(), ROWS * COLUMNS);
    this.columns = (classes + ROWS - 1) / ROWS;
    this.rows = (classes + columns - 1) / columns;
    this.perClass = Math.max(2, IMAGES / columns);
    this.scale = Math.max(1, TILE / Math.max(shape.width(), shape.height()));
  }

  /** The sheet as the bytes of a PNG file. */
  public static byte[] png(PreparedImages images) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(new ContactSheet(images).draw(), "png", out)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private BufferedImage draw() {
    BufferedImage sheet =
        new BufferedImage(
            columns * columnWidth() + GAP,
            TITLE + rows * rowHeight() + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    write(graphics);
    graphics.dispose();
    List<List<Integer>> examples = examples();
    for (int label = 0; label < classes; label++) {
      for (int k = 0; k < examples.get(label).size(); k++) {
        int x = left(label) + LABEL + k * (tileWidth() + GAP);
        paint(sheet, examples.get(label).get(k), x, top(label));
      }
    }
    return sheet;
  }

  /** Labels need fonts, which slim containers lack: then the sheet comes without them. */
  private void write(Graphics2D graphics) {
    try {
      graphics.setColor(Color.BLACK);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
      graphics.drawString(title(), GAP, TITLE - 10);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
      for (int label = 0; label < classes; label++) {
        String name = images.classes().get(label);
        String shown = name.length() <= 18 ? name : name.substring(0, 17) + "…";
        graphics.drawString(shown, left(label) + GAP, top(label) + tileHeight() / 2 + 5);
      }
    } catch (RuntimeException | LinkageError | InternalError e) {
      LOG.warn("no fonts on this machine, samples come without labels: {}", e.toString());
    }
  }

  private String title() {
    int all = images.classes().size();
    String shown = classes < all ? "first " + classes + " of " : "";
    return "%s: %s train images, %s%s classes"
        .formatted(images.name(), images.train().size(), shown, all);
  }

  private List<List<Integer>> examples() {
    List<List<Integer>> examples = new ArrayList<>();
    images.classes().forEach(name -> examples.add(new ArrayList<>()));
    for (int i = 0; i < images.train().size(); i++) {
      List<Integer> own = examples.get(images.train().label(i));
      if (own.size() < perClass) {
        own.add(i);
      }
    }
    return examples;
  }

  private void paint(BufferedImage sheet, int image, int left, int top) {
    int width = images.shape().width();
    for (int y = 0; y < tileHeight(); y++) {
      for (int x = 0; x < tileWidth(); x++) {
        int position = y / scale * width + x / scale;
        sheet.setRGB(left + x, top + y, colour(image, position));
      }
    }
  }

  private int colour(int image, int position) {
    ImageSet set = images.train();
    int plane = images.shape().plane();
    int colour = 0;
    for (int channel = 0; channel < 3; channel++) {
      int source = images.shape().channels() == 3 ? channel : 0;
      colour = colour << 8 | set.pixel(image, source * plane + position);
    }
    return colour;
  }

  private int tileWidth() {
    return images.shape().width() * scale;
  }

  private int tileHeight() {
    return images.shape().height() * scale;
  }

  private int rowHeight() {
    return tileHeight() + GAP;
  }

  private int columnWidth() {
    return LABEL + perClass * (tileWidth() + GAP);
  }

  private int left(int label) {
    return label / rows * columnWidth();
  }

  private int top(int label) {
    return TITLE + label % rows * rowHeight();
  }
}
