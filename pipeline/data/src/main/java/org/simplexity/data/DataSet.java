package org.simplexity.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The data sets that can be prepared. */
public enum DataSet {
  /** 1 797 handwritten digits of 8×8 grey pixels, bundled (Alpaydin and Kaynak 1998). */
  DIGITS,
  /** 70 000 handwritten digits of 28×28 grey pixels (LeCun et al. 1998). */
  MNIST,
  /** 70 000 articles of clothing of 28×28 grey pixels (Xiao et al. 2017). */
  FASHION_MNIST,
  /** 60 000 photographs of 32×32 pixels in 10 classes (Krizhevsky 2009). */
  CIFAR10,
  /** 60 000 photographs of 32×32 pixels in 100 classes (Krizhevsky 2009). */
  CIFAR100,
  /** Own images: one folder of PNG or JPEG files a class. */
  IMAGE_FOLDER;

  /** The name in experiment files, such as {@code fashion-mnist}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return text();
  }
}
