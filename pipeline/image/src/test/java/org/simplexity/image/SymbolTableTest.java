package org.simplexity.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolTableTest {
  private static final int LEAST_SECTIONS =
      64 * 20; // headers of some twenty sections, 64 bytes each
  @TempDir private Path folder;

  @Test
  void aLibraryLoadsWithoutItAndKeepsAllThatIsLoaded() throws IOException {
    byte[] whole = library();
    Path cut = Files.write(folder.resolve("libcut.so"), whole);
    long bytes = SymbolTable.cut(cut);
    assertThat(bytes).isGreaterThan(LEAST_SECTIONS);
    byte[] rest = Files.readAllBytes(cut);
    assertThat(rest).hasSize((int) (whole.length - bytes));
    assertThat(Arrays.copyOfRange(rest, 64, rest.length))
        .isEqualTo(Arrays.copyOfRange(whole, 64, rest.length));
    System.load(cut.toString());
  }

  @Test
  void aSecondTimeThereIsNothingLeftToCut() throws IOException {
    Path cut = Files.write(folder.resolve("libcut.so"), library());
    SymbolTable.cut(cut);
    assertThat(SymbolTable.cut(cut)).isZero();
  }

  @Test
  void filesThatAreNoLibrariesStayAsTheyAre() throws IOException {
    byte[] text =
        "\u007fELF, but then a poem of more than sixty-four bytes follows, about libraries"
            .getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("poem.so"), text);
    assertThat(SymbolTable.cut(file)).isZero();
    assertThat(file).hasBinaryContent(text);
    assertThat(SymbolTable.cut(Files.createFile(folder.resolve("empty.so")))).isZero();
  }

  private static byte[] library() throws IOException {
    String name = "/org/bytedeco/javacpp/" + Loader.getPlatform() + "/libjnijavacpp.so";
    try (InputStream in = Loader.class.getResourceAsStream(name)) {
      assumeTrue(in != null, "JavaCPP has no ELF library for " + Loader.getPlatform());
      return in.readAllBytes();
    }
  }
}
