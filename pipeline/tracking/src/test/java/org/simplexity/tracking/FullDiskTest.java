package org.simplexity.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.tracking.testing.MlflowServer;

/** The disk fills up: a clear message, and no half file. */
@ExtendWith(MlflowServer.class)
class FullDiskTest {
  @TempDir Path folder;
  private final MlflowServer server;

  FullDiskTest(MlflowServer server) {
    this.server = server;
  }

  /** Room for so many bytes; a write that does not fit is done in part, as by a real disk. */
  private static Disk withRoom(AtomicLong room) {
    return (file, bytes, length) -> {
      int fitting = (int) Math.min(length, room.get());
      Disk.REAL.write(file, bytes, fitting);
      room.addAndGet(-fitting);
      if (fitting < length) {
        throw new IOException("No space left on device");
      }
    };
  }

  @Test
  void anArtifactThatDoesNotFitLeavesNoHalfCopyAndTheRunGoesOn() {
    AtomicLong room = new AtomicLong(100_000);
    try (MlflowTracker tracker = connect(folder, withRoom(room))) {
      TrackedRun run = tracker.start(new RunRequest("disk", "a", null, Map.of()));
      assertThatThrownBy(() -> run.artifact("a.bin", new byte[200_000], "x/y"))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("No space left on device")
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("free space");
      assertThat(folder).isDirectoryNotContaining("glob:**.files/*");
      room.set(100_000);
      run.artifact("b.bin", new byte[10], "x/y");
      run.finish(RunStatus.FINISHED);
      assertThat(tracker.artifacts(run.id(), ""))
          .containsExactly(new ArtifactEntry("b.bin", false, 10));
    }
  }

  @Test
  void aJournalThatDoesNotFitLeavesNoFile() {
    AtomicLong room = new AtomicLong(10);
    try (MlflowTracker tracker = connect(folder, withRoom(room))) {
      assertThatThrownBy(() -> tracker.start(new RunRequest("disk", "a", null, Map.of())))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("No space left on device");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aJournalLineThatDoesNotFitIsTakenBackAndLaterOnesArrive() {
    AtomicLong room = new AtomicLong(10_000);
    try (MlflowTracker tracker = connect(folder, withRoom(room))) {
      TrackedRun run = tracker.start(new RunRequest("disk", "a", null, Map.of()));
      run.metric("loss", 1, 1);
      room.set(20);
      assertThatThrownBy(() -> run.metric("loss", 2, 2))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("cannot write the journal")
          .hasMessageContaining("No space left on device");
      room.set(10_000);
      run.metric("loss", 3, 3);
      run.flush();
      assertThat(tracker.history(run.id(), "loss"))
          .extracting(MetricPoint::step)
          .containsExactly(1L, 3L);
    }
  }

  @Test
  void aDownloadThatDoesNotFitLeavesTheOldFile() throws IOException {
    AtomicLong room = new AtomicLong(1_000_000);
    Path target = Files.writeString(folder.resolve("target"), "old");
    try (MlflowTracker tracker = connect(folder.resolve("journal"), withRoom(room))) {
      TrackedRun run = tracker.start(new RunRequest("disk", "a", null, Map.of()));
      run.artifact("a.bin", new byte[300_000], "x/y");
      run.finish(RunStatus.FINISHED);
      room.set(100_000);
      assertThatThrownBy(() -> tracker.download(run.id(), "a.bin", target))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("No space left on device");
      assertThat(target).hasContent("old");
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("target", "journal");
    }
  }

  @Test
  void aDiskThatIsReallyFullIsToldAsFull() throws Exception {
    assumeTrue(mounted(folder), "needs root on Linux, to mount a small disk");
    try (MlflowTracker tracker = connect(folder, Disk.REAL)) {
      TrackedRun run = tracker.start(new RunRequest("disk", "a", null, Map.of()));
      assertThatThrownBy(() -> run.artifact("a.bin", new byte[400_000], "x/y"))
          .isInstanceOf(TrackingException.class)
          .hasMessageContaining("No space left on device");
      run.artifact("b.bin", new byte[20_000], "x/y");
      run.finish(RunStatus.FINISHED);
      assertThat(tracker.artifacts(run.id(), "")).hasSize(1);
    } finally {
      run("umount", folder.toString());
    }
  }

  private MlflowTracker connect(Path journal, Disk disk) {
    return MlflowTracker.connect(server.uri(), Trackers.quick(journal), disk);
  }

  private static boolean mounted(Path folder) throws Exception {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("user.name").equals("root")
        && run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", folder.toString()) == 0;
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
