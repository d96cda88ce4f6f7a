package org.simplexity.experiment.file;

/** What all parts of one reading share. */
record Reading(Problems problems, Constraints constraints) {
  /** Tells a value of the wrong kind. */
  Kind.Read wrongKind(Tree tree, String path, String expected) {
    problems.add(tree.place(), path, tree.shown() + " is of the wrong type; expected " + expected);
    return Kind.Read.FAILED;
  }
}
