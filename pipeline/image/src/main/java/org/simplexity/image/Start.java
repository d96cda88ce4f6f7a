package org.simplexity.image;

/** How Java is started in an image: two files of arguments, {@code java @options @start}. */
final class Start {
  /** Where everything lies in an image. */
  static final String HOME = "/opt/simplexity";

  /** Name of the file that names the jar. */
  static final String FILE = "start";

  private Start() {}

  /**
   * What holds for every program of an image. Home is where files may be written; ONNX Runtime
   * looks for its libraries where they are instead of unpacking them.
   */
  static String options(Platform platform) {
    return """
        -Duser.home=/tmp
        -Djava.awt.headless=true
        -Dfile.encoding=UTF-8
        -Donnxruntime.native.path=%s/native/ai/onnxruntime/native/%s
        """
        .formatted(HOME, platform.others().get(0));
  }

  /** The file that starts a jar. */
  static String of(String jar) {
    return "-jar%n%s/%s%n".formatted(HOME, jar).replace(System.lineSeparator(), "\n");
  }
}
