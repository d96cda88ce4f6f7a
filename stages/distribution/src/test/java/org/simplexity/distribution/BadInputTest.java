package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.tracking.testing.MlflowServer;

/** What the finished {@code dist/} says to bad input, and the exit code it ends with. */
@ExtendWith(MlflowServer.class)
class BadInputTest {
  @TempDir private Path folder;
  private MlflowServer server;
  private Pipeline pipeline;

  @BeforeEach
  void prepare(MlflowServer running) {
    server = running;
    pipeline = new Pipeline(folder, running.uri());
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Path missing = folder.resolve("nowhere.yaml");
    Ended ended = pipeline.java("cli.jar", List.of("run", missing.toString())).end();
    assertEnds(ended, 2, missing.toString());
  }

  @Test
  void aMisspeltKeyIsToldWithItsLineAndTheNearestOne() throws Exception {
    Path file = Files.writeString(folder.resolve("x.yaml"), "name: x\nserach: {epochs: 1}\n");
    Ended ended = pipeline.java("cli.jar", List.of("run", file.toString())).end();
    assertEnds(ended, 2, file + ":2:", "serach", "did you mean \"search\"");
  }

  @Test
  void threeMistakesAreToldAtOnceEachWithItsLine() throws Exception {
    String text = "name: x\nseed: -1\nsearch:\n  epochs: many\ntrain:\n  bacth: 3\n";
    Path file = Files.writeString(folder.resolve("x.yaml"), text);
    Ended ended = pipeline.java("cli.jar", List.of("run", file.toString())).end();
    assertEnds(ended, 2, file + ":2:", file + ":4:", file + ":6:", "seed", "epochs", "batch");
  }

  @Test
  void aBatchLargerThanTheDataIsToldWithBothNumbers() throws Exception {
    Ended ended = pipeline.run("--set", "search.batch=121");
    assertEnds(
        ended,
        2,
        "search: bad experiment",
        "batch 121 is larger than the train split: 120 images",
        "data.validation",
        "report: not run");
  }

  @Test
  void aBrokenJpegEndsTheWholeExperimentAsBadDataAndIsNamed() throws Exception {
    Path images = folder.resolve("images");
    for (String name : List.of("red", "blue")) {
      Files.createDirectories(images.resolve(name));
      for (int i = 0; i < 8; i++) {
        Files.write(images.resolve(name).resolve(i + ".jpg"), jpeg());
      }
    }
    Path broken = images.resolve("red/3.jpg");
    Files.write(broken, Arrays.copyOf(jpeg(), 200));
    Ended ended = pipeline.run("--set", "data={set: image-folder, from: '" + images + "'}");
    assertEnds(ended, 5, "red/3.jpg", "data-prep failed: bad data", "search: not run");
  }

  @Test
  void anUnreachableServerIsToldAtTheStartWithItsAddress() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path file = Files.writeString(folder.resolve("x.yaml"), "name: x\n");
    List<String> words =
        List.of("run", file.toString(), "--tracking-uri", "http://127.0.0.1:" + port);
    assertEnds(
        pipeline.java("cli.jar", words).end(), 3, "127.0.0.1:" + port, "./simplexity mlflow up");
  }

  @Test
  void aTakenPortIsToldWithItsOwnerAndAFreeOne() throws Exception {
    Map<String, String> environment =
        Map.of(
            "SIMPLEXITY_SKIP_BUILD",
            "1",
            "SIMPLEXITY_PYTHON",
            MlflowServer.python().orElseThrow().toString(),
            "SIMPLEXITY_MLFLOW_STORE",
            folder.resolve("store").toString(),
            "SIMPLEXITY_MLFLOW_PORT",
            Integer.toString(server.uri().getPort()));
    Shell.Outcome outcome =
        new Shell(Checkout.ROOT, environment).run("./simplexity", "mlflow", "up");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors())
        .contains("port " + server.uri().getPort() + " is taken by process", "--port");
  }

  @Test
  void aDiskThatIsFullWhileAnArtifactIsWrittenIsAFailureOfTheInfrastructure() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Shell shell = new Shell(folder, Map.of());
    boolean root =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("user.name").equals("root");
    assumeTrue(
        root
            && shell.run("mount", "-t", "tmpfs", "-o", "size=80k", "tmpfs", disk.toString()).code()
                == 0,
        "needs root on Linux, to mount a small disk");
    try {
      Path file = Files.writeString(folder.resolve("x.yaml"), "name: full disk\n");
      List<String> words =
          List.of(
              "--experiment",
              file.toString(),
              "--tracking-uri",
              server.uri().toString(),
              "--work",
              disk.toString());
      Ended ended = pipeline.java("stages/data-prep.jar", words).end();
      assertEnds(ended, 3, "No space left on device", "\"status\":\"failed\"");
    } finally {
      shell.run("umount", disk.toString());
    }
  }

  private static void assertEnds(Ended ended, int code, String... words) {
    assertThat(ended.code()).as(ended.said()).isEqualTo(code);
    assertThat(ended.said()).contains(words);
  }

  private static byte[] jpeg() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < 256; p++) {
      image.setRGB(p % 16, p / 16, p * 4099 & 0xffffff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }
}
