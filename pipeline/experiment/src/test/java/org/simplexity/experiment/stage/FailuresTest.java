package org.simplexity.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.simplexity.data.DataException;
import org.simplexity.method.DivergedException;
import org.simplexity.tracking.TrackingException;

class FailuresTest {
  @Test
  void everyKindOfFailureHasTheExitCodeOfTheContract() {
    assertThat(Failures.code(new DataException("x")).code()).isEqualTo(5);
    assertThat(Failures.code(new DivergedException("x")).code()).isEqualTo(4);
    assertThat(Failures.code(new TrackingException("x", null)).code()).isEqualTo(3);
    assertThat(Failures.code(new IOException("No space left on device")).code()).isEqualTo(3);
    assertThat(Failures.code(new OutOfMemoryError("heap")).code()).isEqualTo(3);
    assertThat(Failures.code(new IllegalArgumentException("x")).code()).isEqualTo(2);
    assertThat(Failures.code(new NullPointerException()).code()).isEqualTo(1);
  }

  @Test
  void whatOnlyCarriesAnotherExceptionIsLookedThrough() {
    Exception carried =
        new ExecutionException(
            new RuntimeException(new UncheckedIOException(new IOException("d"))));
    assertThat(Failures.code(carried)).isEqualTo(ExitCode.INFRASTRUCTURE);
    assertThat(Failures.message(carried)).isEqualTo("IOException: d");
  }

  @Test
  void ofSeveralFailuresTheOneThatARetryCannotMendIsWorst() {
    assertThat(ExitCode.worst(List.of(ExitCode.DONE, ExitCode.INFRASTRUCTURE, ExitCode.DIVERGED)))
        .isEqualTo(ExitCode.DIVERGED);
    assertThat(ExitCode.worst(List.of(ExitCode.BAD_EXPERIMENT, ExitCode.BAD_DATA)))
        .isEqualTo(ExitCode.BAD_EXPERIMENT);
    assertThat(ExitCode.worst(List.of())).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aProcessEndedByTheSystemIsAFailureOfTheInfrastructure() {
    assertThat(ExitCode.of(137)).isEqualTo(ExitCode.INFRASTRUCTURE);
    assertThat(ExitCode.of(4)).isEqualTo(ExitCode.DIVERGED);
    assertThat(ExitCode.of(77)).isEqualTo(ExitCode.DEFECT);
  }
}
