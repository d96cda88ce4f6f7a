package org.simplexity.cli.regress;

import org.jspecify.annotations.Nullable;
import org.simplexity.airflow.RunState;
import org.simplexity.experiment.run.Console;

/** Tells a state when it changes. */
final class StateTold {
  private final Console console;
  private @Nullable RunState last;

  StateTold(Console console) {
    this.console = console;
  }

  void tell(RunState state) {
    if (state != last) {
      console.tell("Airflow: the run is " + state);
      last = state;
    }
  }
}
