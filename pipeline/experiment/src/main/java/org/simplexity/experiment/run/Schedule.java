package org.simplexity.experiment.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.simplexity.experiment.graph.Plan;
import org.simplexity.experiment.graph.PlannedTask;
import org.simplexity.experiment.graph.Task;
import org.simplexity.experiment.stage.ExitCode;

/** Runs the tasks of a plan in the order of their dependencies, some side by side. */
final class Schedule {
  private final Plan plan;
  private final FinishedCells finished;
  private final TaskProcess processes;
  private final Console console;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final List<PlannedTask> waiting;

  Schedule(Plan plan, FinishedCells finished, TaskProcess processes, Console console) {
    this.plan = plan;
    this.finished = finished;
    this.processes = processes;
    this.console = console;
    this.waiting = new ArrayList<>(plan.tasks());
  }

  /**
   * Runs everything that can run.
   *
   * @param parallel tasks side by side
   * @return outcomes in the order of the plan
   */
  List<Outcome> run(int parallel) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(parallel, Schedule::daemon);
    try {
      ExecutorCompletionService<Outcome> running = new ExecutorCompletionService<>(pool);
      int count = submit(running);
      while (count > 0) {
        put(running.take().get());
        count += submit(running) - 1;
      }
    } finally {
      pool.shutdownNow();
    }
    return plan.tasks().stream().map(task -> outcome(task.id())).toList();
  }

  /** Decides every task whose upstream tasks have all ended; returns how many began. */
  private int submit(ExecutorCompletionService<Outcome> running) {
    int begun = 0;
    for (PlannedTask task : List.copyOf(waiting)) {
      List<String> above = task.task().upstream();
      if (above.stream().allMatch(outcomes::containsKey)) {
        waiting.remove(task);
        boolean good = above.stream().allMatch(id -> outcome(id).status().good());
        if (good && finished.outcome(task).isPresent()) {
          tell(finished.outcome(task).get());
        } else if (good) {
          Map<String, Task> upstream = upstream(task);
          running.submit(() -> processes.run(task, upstream));
          begun++;
        } else {
          tell(Outcome.without(task.id(), TaskStatus.NOT_RUN, ExitCode.DONE));
        }
      }
    }
    return begun;
  }

  private Map<String, Task> upstream(PlannedTask task) {
    Map<String, Task> runs = new LinkedHashMap<>();
    for (String id : task.task().upstream()) {
      runs.put(outcome(id).runId().orElseThrow(), plan.task(id).task());
    }
    return runs;
  }

  private void tell(Outcome outcome) {
    console.ended(outcome);
    put(outcome);
  }

  private void put(Outcome outcome) {
    outcomes.put(outcome.task(), outcome);
  }

  private Outcome outcome(String id) {
    return outcomes.getOrDefault(id, Outcome.without(id, TaskStatus.NOT_RUN, ExitCode.DONE));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "task");
    thread.setDaemon(true);
    return thread;
  }
}
