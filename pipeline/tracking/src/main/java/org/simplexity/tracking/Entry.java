package org.simplexity.tracking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** One line of a journal: what is to be sent, complete in itself, so that sending twice is safe. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Head.class, name = "head"),
  @JsonSubTypes.Type(value = Entry.Metrics.class, name = "metrics"),
  @JsonSubTypes.Type(value = Entry.Parameters.class, name = "parameters"),
  @JsonSubTypes.Type(value = Entry.Tags.class, name = "tags"),
  @JsonSubTypes.Type(value = Entry.Data.class, name = "data"),
  @JsonSubTypes.Type(value = Entry.Artifact.class, name = "artifact"),
  @JsonSubTypes.Type(value = Entry.End.class, name = "end")
})
sealed interface Entry {
  /**
   * First line of every journal.
   *
   * @param run id of the run
   * @param server address of the server, without user
   * @param artifacts where the run's artifacts lie, as the server says
   */
  record Head(String run, String server, String artifacts) implements Entry {}

  /**
   * Values at one step.
   *
   * @param time when they were logged, in milliseconds since 1970; part of a point's identity at
   *     the server, which is why points sent twice are kept once
   */
  record Metrics(long time, long step, Map<String, Double> values) implements Entry {}

  /** Parameters, no longer than the server keeps. */
  record Parameters(Map<String, String> values) implements Entry {}

  /** Tags, no longer than the server keeps. */
  record Tags(Map<String, String> values) implements Entry {}

  /** A data set. */
  record Data(DatasetInput input) implements Entry {}

  /**
   * A file to upload.
   *
   * @param path path in the run
   * @param spool name of the copy in the journal's spool folder
   */
  record Artifact(String path, String spool, String contentType) implements Entry {}

  /** The end of the run, in milliseconds since 1970. */
  record End(RunStatus status, long time) implements Entry {}
}
