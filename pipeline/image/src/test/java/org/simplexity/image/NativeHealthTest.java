package org.simplexity.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.Engine;

class NativeHealthTest {
  @ParameterizedTest
  @EnumSource(names = {"ONEDNN", "ND4J"})
  void anEngineComputesWhatAPersonDoes(Engine engine) {
    assertThat(Arithmetic.check(engine)).contains("two matrices", "one convolution");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "images are for Linux")
  void aLibraryThatIsBrokenIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("libbroken.so.1"), "no library");
    assertThatIllegalStateException()
        .isThrownBy(() -> CudaLibraries.open(folder))
        .withMessageContainingAll("libbroken.so.1", "cannot be opened");
  }
}
