package org.simplexity.data.source;

import java.util.List;
import org.simplexity.data.DataSet;

/**
 * A data set of four IDX files as its authors published it.
 *
 * @param name of the set and of its folder
 * @param classes names of the classes, in the order of labels
 * @param mirrors addresses of folders that hold the files with {@code .gz} appended
 * @param files the four files
 * @param licence licence and source, in one line
 */
record IdxDataSet(
    String name, List<String> classes, List<String> mirrors, Files files, String licence) {
  static final IdxDataSet MNIST =
      new IdxDataSet(
          DataSet.MNIST.text(),
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          List.of(
              "https://storage.googleapis.com/cvdf-datasets/mnist/",
              "https://ossci-datasets.s3.amazonaws.com/mnist/"),
          new Files(
              new IdxFileName(
                  "train-images-idx3-ubyte",
                  "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
              new IdxFileName(
                  "train-labels-idx1-ubyte",
                  "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
              new IdxFileName(
                  "t10k-images-idx3-ubyte",
                  "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
              new IdxFileName(
                  "t10k-labels-idx1-ubyte",
                  "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
          "LeCun, Cortes, Burges 1998, The MNIST database of handwritten digits");

  static final IdxDataSet FASHION_MNIST =
      new IdxDataSet(
          DataSet.FASHION_MNIST.text(),
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"),
          List.of(
              "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
              "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
              "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
          new Files(
              new IdxFileName(
                  "train-images-idx3-ubyte",
                  "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
              new IdxFileName(
                  "train-labels-idx1-ubyte",
                  "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
              new IdxFileName(
                  "t10k-images-idx3-ubyte",
                  "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
              new IdxFileName(
                  "t10k-labels-idx1-ubyte",
                  "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
          "MIT, Xiao, Rasul, Vollgraf 2017, https://github.com/zalandoresearch/fashion-mnist");

  /**
   * A file and the SHA-256 of its content outside gzip.
   *
   * @param name without {@code .gz}
   * @param sha256 in lower-case hexadecimal digits
   */
  record IdxFileName(String name, String sha256) {}

  /**
   * The four files.
   *
   * @param train training images and labels
   * @param trainLabels their labels
   * @param test test images
   * @param testLabels their labels
   */
  record Files(
      IdxFileName train, IdxFileName trainLabels, IdxFileName test, IdxFileName testLabels) {
    List<IdxFileName> all() {
      return List.of(train, trainLabels, test, testLabels);
    }
  }
}
