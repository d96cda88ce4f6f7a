package org.simplexity.data.source;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.data.DataSet;

/**
 * A CIFAR data set in its binary version (Krizhevsky 2009, "Learning multiple layers of features
 * from tiny images").
 *
 * @param name of the set
 * @param archive the tar.gz file and what is in it
 * @param labels how an image is labelled
 * @param files image files and their sizes
 */
record CifarDataSet(String name, Archive archive, Labels labels, Files files) {
  private static final String HOME = "https://www.cs.toronto.edu/~kriz/";

  static final CifarDataSet CIFAR10 =
      new CifarDataSet(
          DataSet.CIFAR10.text(),
          new Archive(
              "cifar-10-binary.tar.gz",
              "c32a1d4ab5d03f1284b67883e8d87530",
              List.of(HOME),
              "cifar-10-batches-bin"),
          new Labels(1, "batches.meta.txt", 10),
          new Files(
              List.of(
                  "data_batch_1.bin",
                  "data_batch_2.bin",
                  "data_batch_3.bin",
                  "data_batch_4.bin",
                  "data_batch_5.bin"),
              10_000,
              "test_batch.bin",
              10_000));

  static final CifarDataSet CIFAR100 =
      new CifarDataSet(
          DataSet.CIFAR100.text(),
          new Archive(
              "cifar-100-binary.tar.gz",
              "03b5dce01913d631647c71ecec9e9cb8",
              List.of(HOME),
              "cifar-100-binary"),
          new Labels(2, "fine_label_names.txt", 100),
          new Files(List.of("train.bin"), 50_000, "test.bin", 10_000));

  /** Names of all files that are read. */
  List<String> fileNames() {
    List<String> names = new ArrayList<>(files.train());
    names.add(files.test());
    names.add(labels.names());
    return names;
  }

  /**
   * The published archive.
   *
   * @param name file name
   * @param md5 MD5 of the archive, as its home page states it
   * @param mirrors addresses of folders that hold it
   * @param folder folder inside it
   */
  record Archive(String name, String md5, List<String> mirrors, String folder) {}

  /**
   * Labels before the pixels of each image.
   *
   * @param bytes number of label bytes, of which the last counts
   * @param names file with one class name a line
   * @param classes number of classes
   */
  record Labels(int bytes, String names, int classes) {}

  /**
   * Image files.
   *
   * @param train files of training images
   * @param trainImages images in each of them
   * @param test file of test images
   * @param testImages images in it
   */
  record Files(List<String> train, int trainImages, String test, int testImages) {}
}
