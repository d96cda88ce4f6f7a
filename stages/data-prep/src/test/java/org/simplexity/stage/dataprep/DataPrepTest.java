package org.simplexity.stage.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.PreparedImages;
import org.simplexity.stage.dataprep.StageProcess.Ended;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackerSettings;
import org.simplexity.tracking.testing.MlflowServer;

/** The stage as a process against a real tracking server. */
@ExtendWith(MlflowServer.class)
class DataPrepTest {
  @TempDir private Path folder;
  private final MlflowServer server;
  private final String experiment = "data-prep-" + UUID.randomUUID();

  DataPrepTest(MlflowServer server) {
    this.server = server;
  }

  @Test
  void digitsArriveInTheTrackerWithAllThatIsKnownOfThem() throws Exception {
    Ended ended = stage("data.validation=0.25", "seed=7");
    assertThat(ended.exitCode()).as(ended.log()).isZero();
    String run = ended.result().at("/run_id").asText();
    try (MlflowTracker tracker = tracker()) {
      RunSummary summary = tracker.get(run);
      assertThat(summary.status()).isEqualTo(RunStatus.FINISHED);
      // 1797 images: 359 for testing, a quarter of the other 1438 for validation.
      assertThat(summary.metrics())
          .contains(
              entry("data/test_images", 359.0),
              entry("data/validation_images", 360.0),
              entry("data/train_images", 1078.0));
      PreparedImages images = PreparedImages.read(fetched(tracker, run, "data/images.bin"));
      assertThat(images.train().size()).isEqualTo(1078);
      assertDescribes(fetched(tracker, run, "data/provenance.json"), images);
      assertThat(ImageIO.read(fetched(tracker, run, "data/samples.png").toFile()).getWidth())
          .isGreaterThan(600);
    }
    assertDataSetInputs(run);
    assertThat(ended.result().at("/metrics/data~1train_images").asDouble()).isEqualTo(1078);
  }

  @Test
  void aBrokenJpegIsNamedAndEndsTheStageAsBadData() throws Exception {
    folderWithOneBrokenJpeg();
    assertBadData(stage(folderSettings("broken_images=fail")), "red/cut.jpg");
  }

  @Test
  void aBrokenJpegIsLeftOutAndListedWhenThePolicyIsSkip() throws Exception {
    folderWithOneBrokenJpeg();
    Ended ended = stage(folderSettings("broken_images=skip"));
    assertThat(ended.exitCode()).as(ended.log()).isZero();
    assertThat(ended.log()).contains("1 of 25 images cannot be read").contains("red/cut.jpg");
    try (MlflowTracker tracker = tracker()) {
      String run = ended.result().at("/run_id").asText();
      JsonNode json = json(fetched(tracker, run, "data/provenance.json"));
      assertThat(json.at("/provenance/skipped/0/file").asText()).isEqualTo("red/cut.jpg");
      assertThat(json.at("/provenance/skipped").size()).isEqualTo(1);
    }
  }

  @Test
  void oneClassOnlyIsBadData() throws Exception {
    pictures("red", 3);
    assertBadData(stage(folderSettings("image_size=8")), "one class only (red)");
  }

  @Test
  void aMissingFolderIsBadData() throws Exception {
    Ended ended = stage("data.set=mnist", "data.from=" + folder.resolve("nowhere"));
    assertBadData(ended, folder.resolve("nowhere").toString());
  }

  @Test
  void aTruncatedIdxFileIsBadData() throws Exception {
    Path images = folder.resolve("train-images-idx3-ubyte");
    Files.write(images, Arrays.copyOf(idxHeader(), 1000));
    Ended ended = stage("data.set=mnist", "data.from=" + folder);
    assertBadData(ended, images + ": truncated");
    assertThat(ended.log()).contains("47040016 bytes, but it has 1000");
  }

  @Test
  void aBitFlippedIdxFileIsBadData() throws Exception {
    byte[] blank = Arrays.copyOf(idxHeader(), 47_040_016);
    blank[12_345] = 1;
    Path images = Files.write(folder.resolve("train-images-idx3-ubyte"), blank);
    Ended ended = stage("data.set=mnist", "data.from=" + folder);
    assertBadData(ended, images + ": not the published file of mnist");
  }

  @Test
  void severalBadSettingsAreToldTogetherWithTheirOwnExitCode() throws Exception {
    Ended ended = stage("data.validation=1.5", "data.augment.crop=-1", "data.set=minst");
    assertThat(ended.exitCode()).as(ended.log()).isEqualTo(2);
    assertThat(ended.log())
        .contains("data.validation")
        .contains("data.augment.crop")
        .contains("data.set")
        .contains("mnist");
  }

  @Test
  void aCacheThatCannotBeWrittenIsAnInfrastructureFailure() throws Exception {
    Path occupied = Files.writeString(folder.resolve("occupied"), "a file, not a folder");
    Ended ended =
        new StageProcess(folder, server.uri(), Map.of("SIMPLEXITY_CACHE", occupied.toString()))
            .run(experiment, "data.set=mnist");
    assertThat(ended.exitCode()).as(ended.log()).isEqualTo(3);
    assertThat(ended.log()).contains("cannot keep " + occupied);
  }

  private Ended stage(String... overrides) throws IOException, InterruptedException {
    return new StageProcess(folder, server.uri(), Map.of()).run(experiment, overrides);
  }

  private String[] folderSettings(String further) {
    return new String[] {
      "data.set=image-folder", "data.from=" + folder.resolve("images"), "data." + further
    };
  }

  private static void assertBadData(Ended ended, String message) throws IOException {
    assertThat(ended.exitCode()).as(ended.log()).isEqualTo(5);
    assertThat(ended.log()).contains(message);
    assertThat(ended.result().at("/status").asText()).isEqualTo("failed");
  }

  private static void assertDescribes(Path provenance, PreparedImages images) throws IOException {
    JsonNode json = json(provenance);
    assertThat(json.at("/checksum").asText()).isEqualTo(images.checksum());
    assertThat(json.at("/provenance/seed").asLong()).isEqualTo(7);
    assertThat(json.at("/splits/train/images").asInt()).isEqualTo(1078);
  }

  private void assertDataSetInputs(String run) throws IOException {
    URI uri = server.uri().resolve("/api/2.0/mlflow/runs/get?run_id=" + run);
    JsonNode inputs;
    try (InputStream answer = uri.toURL().openStream()) {
      inputs = new ObjectMapper().readTree(answer).at("/run/inputs/dataset_inputs");
    }
    assertThat(StreamSupport.stream(inputs.spliterator(), false))
        .extracting(input -> input.at("/dataset/name").asText())
        .containsExactlyInAnyOrder("digits/train", "digits/validation", "digits/test");
  }

  private MlflowTracker tracker() {
    return MlflowTracker.connect(
        server.uri(), TrackerSettings.defaults().withJournal(folder.resolve("journal")));
  }

  private Path fetched(MlflowTracker tracker, String run, String path) {
    Path target = folder.resolve("fetched").resolve(path);
    tracker.download(run, path, target);
    return target;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  /** Header of the training images of MNIST: 60 000 of 28×28. */
  private static byte[] idxHeader() {
    ByteBuffer header = ByteBuffer.allocate(16);
    List.of(0x803, 60_000, 28, 28).forEach(header::putInt);
    return header.array();
  }

  private void folderWithOneBrokenJpeg() throws IOException {
    pictures("red", 12);
    pictures("blue", 12);
    byte[] jpeg = picture("jpg");
    Files.write(folder.resolve("images/red/cut.jpg"), Arrays.copyOf(jpeg, jpeg.length - 100));
  }

  private void pictures(String name, int count) throws IOException {
    Path place = Files.createDirectories(folder.resolve("images").resolve(name));
    for (int i = 0; i < count; i++) {
      Files.write(place.resolve(i + ".png"), picture("png"));
    }
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < 32 * 32; p++) {
      image.setRGB(p % 32, p / 32, p * 4099 & 0xffffff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
