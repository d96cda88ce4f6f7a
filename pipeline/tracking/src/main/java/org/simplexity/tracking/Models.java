package org.simplexity.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registered models of one tracking server: versions, which stand for runs, and aliases, which
 * point to versions and can be moved.
 *
 * <p>Every method may be repeated without harm, holds out an outage up to {@link Timeouts#outage()}
 * and then throws {@link TrackingException}; what the caller got wrong is an {@link
 * IllegalArgumentException}. Safe for use by several threads.
 */
public interface Models {
  /**
   * The name of the registered model of an experiment: the experiment's own, with {@code _} for
   * what the registry refuses.
   *
   * @param experiment name of the experiment
   */
  static String nameFor(String experiment) {
    return ModelNames.nearestModel(experiment);
  }

  /**
   * Returns an alias that the registry takes.
   *
   * @param alias letters, digits, {@code _} and {@code -}; neither {@code latest} nor like {@code
   *     v1}
   * @throws IllegalArgumentException naming the nearest one that it takes
   */
  static String requireAlias(String alias) {
    return ModelNames.requireAlias(alias);
  }

  /**
   * The version that an alias points to.
   *
   * @param model name of the registered model
   * @param alias such as {@code champion}
   * @return empty if there is no such model or alias
   * @throws TrackingException if the server does not answer
   */
  Optional<ModelVersion> find(String model, String alias);

  /**
   * All aliases of a model.
   *
   * @param model name of the registered model
   * @return alias to the number of its version, in order; empty if there is no such model
   * @throws TrackingException if the server does not answer
   */
  Map<String, Long> aliases(String model);

  /**
   * All versions of a model, newest first.
   *
   * @param model name of the registered model
   * @return empty if there is no such model
   * @throws TrackingException if the server does not answer
   */
  List<ModelVersion> versions(String model);

  /**
   * Registers a version, and the model if there is none. A version of the same run and file is
   * found again instead of made twice; its tags are set then.
   *
   * @param version what to register
   * @return the version
   * @throws TrackingException if there is no such run, or the server does not answer or refuses
   */
  ModelVersion register(NewVersion version);

  /**
   * Lets an alias point to a version, wherever it pointed before.
   *
   * @param version version to point to
   * @param alias letters, digits, {@code _} and {@code -}; neither {@code latest} nor like {@code
   *     v1}
   * @throws TrackingException if there is no such version, or the server does not answer
   */
  void point(ModelVersion version, String alias);

  /**
   * Takes an alias away; its version stays. Does nothing if there is no such model or alias.
   *
   * @param model name of the registered model
   * @param alias alias to take away
   * @throws TrackingException if the server does not answer
   */
  void unpoint(String model, String alias);

  /**
   * Sets tags of a version; a later value replaces an earlier one.
   *
   * @param version version to be tagged
   * @param tags name to value
   * @throws TrackingException if there is no such version, or the server does not answer
   */
  void tag(ModelVersion version, Map<String, String> tags);
}
