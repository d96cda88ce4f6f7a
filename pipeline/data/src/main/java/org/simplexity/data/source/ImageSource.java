package org.simplexity.data.source;

/** A data set that can be loaded whole. */
sealed interface ImageSource permits BundledDigits, IdxImages, CifarImages, ImageFolder {
  /**
   * Loads all images.
   *
   * @throws org.simplexity.data.DataException if files are missing, damaged or unsuitable
   * @throws DownloadException if a download fails
   */
  RawImages load(Progress progress) throws DownloadException;
}
