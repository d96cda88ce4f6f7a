package org.simplexity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "digits, DIGITS",
    "mnist, MNIST",
    "fashion-mnist, FASHION_MNIST",
    "cifar10, CIFAR10",
    "cifar100, CIFAR100",
    "image-folder, IMAGE_FOLDER"
  })
  void dataSetsAreWrittenWithHyphens(String text, DataSet set) throws JsonProcessingException {
    assertThat(new ObjectMapper().readValue('"' + text + '"', DataSet.class)).isEqualTo(set);
    assertThat(set).hasToString(text);
  }

  @Test
  void policiesAreWrittenInLowerCase() throws JsonProcessingException {
    assertThat(new ObjectMapper().readValue("\"skip\"", BrokenImages.class))
        .isEqualTo(BrokenImages.SKIP);
    assertThat(BrokenImages.FAIL).hasToString("fail");
  }

  @Test
  void anImageFolderNeedsAFolder() {
    assertThatThrownBy(() -> settings(DataSet.IMAGE_FOLDER, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from: set image-folder needs the folder");
  }

  @Test
  void imagesHaveOneOrThreeChannels() {
    assertThatThrownBy(() -> settings(DataSet.DIGITS, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("channels 2 is neither 1 (grey) nor 3 (colour)");
  }

  private static DataSettings settings(DataSet set, int channels) {
    DataSettings defaults = DataSettings.defaults();
    return new DataSettings(
        set,
        null,
        defaults.validation(),
        defaults.test(),
        null,
        defaults.augment(),
        defaults.brokenImages(),
        defaults.imageSize(),
        channels);
  }
}
