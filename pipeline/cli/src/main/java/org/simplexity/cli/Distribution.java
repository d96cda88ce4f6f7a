package org.simplexity.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where this installation keeps things.
 *
 * @param folder the folder {@code dist/}, which holds this program and the stages
 * @param work where work is kept unless another folder is asked for
 */
public record Distribution(Path folder, Path work) {
  /**
   * The installation that the running program belongs to: its folder is that of {@code cli.jar};
   * work goes to {@code work} beside the launcher, or in the current folder without a launcher.
   *
   * @param environment variables of the process
   */
  public static Distribution here(Map<String, String> environment) {
    Path program = Path.of(location());
    Path home = Path.of(environment.getOrDefault("SIMPLEXITY_HOME", "")).toAbsolutePath();
    return new Distribution(program.resolveSibling("").toAbsolutePath(), home.resolve("work"));
  }

  /** The folder of the stages' jars. */
  public Path stages() {
    return folder.resolve("stages");
  }

  private static URI location() {
    return URI.create(
        Distribution.class.getProtectionDomain().getCodeSource().getLocation().toString());
  }
}
