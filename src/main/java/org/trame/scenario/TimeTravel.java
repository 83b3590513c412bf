package org.trame.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.trame.deadline.Notices;
import org.trame.workflow.TrameClock;

/**
 * Moves the simulated time and does on the way what the job executor would have done: timers and
 * asynchronous steps one at a time, in the order in which they fall due, each at its own moment,
 * and the notices of clocks in between. What was already running when the scenario began belongs to
 * somebody else and is left alone.
 */
final class TimeTravel {

  private static final int MANY = 10_000;

  private final ManagementService management;
  private final RuntimeService runtime;
  private final TrameClock clock;
  private final Notices notices;
  private final Set<String> strangers;
  private final Map<String, String> subjects = new HashMap<>();
  private final Map<String, String> activities = new HashMap<>();

  /**
   * @param strangers the subjects that exist already
   */
  TimeTravel(
      ManagementService management,
      RuntimeService runtime,
      TrameClock clock,
      Notices notices,
      Set<String> strangers) {
    this.management = management;
    this.runtime = runtime;
    this.clock = clock;
    this.notices = notices;
    this.strangers = new HashSet<>(strangers);
  }

  /** The scenario takes up a subject that was running before it. */
  void adopt(String subject) {
    strangers.remove(subject);
  }

  /** Whether the subject was running before the scenario, which has not taken it up. */
  boolean isStranger(String subject) {
    return strangers.contains(subject);
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), TrameClock.BRUSSELS);
  }

  /** Is told what happens on the way. */
  interface Witness {

    /** A job was done; the time is its moment. */
    void fired(String activity, String subject);

    /** Reminders were given or rungs of the ladder climbed. */
    default void told() {}
  }

  /**
   * Moves to a moment.
   *
   * @throws JobFailed at the first job that fails
   */
  void moveTo(LocalDateTime moment, Witness witness) {
    Instant target = moment.atZone(TrameClock.BRUSSELS).toInstant();
    for (int n = 0; ; n++) {
      Optional<Job> job = next(target);
      Optional<Instant> notice = nextNotice(target);
      if (n == MANY) {
        throw new JobFailed(job.map(this::activity).orElse("rappels"), "il revient sans fin", null);
      }
      if (notice.isPresent() && job.filter(j -> !due(j).isAfter(notice.get())).isEmpty()) {
        giveNotices(notice.get(), witness);
      } else if (job.isPresent()) {
        fire(job.get(), witness);
      } else {
        break;
      }
    }
    advanceTo(target);
  }

  private void fire(Job job, Witness witness) {
    String activity = activity(job);
    String subject = subjects.get(job.getProcessInstanceId());
    advanceTo(due(job));
    execute(job, activity);
    witness.fired(activity, subject);
  }

  /** A notice whose moment has passed is given now. */
  private Optional<Instant> nextNotice(Instant until) {
    return notices
        .next(LocalDateTime.ofInstant(until, TrameClock.BRUSSELS), strangers)
        .map(moment -> moment.atZone(TrameClock.BRUSSELS).toInstant());
  }

  private void giveNotices(Instant moment, Witness witness) {
    advanceTo(moment);
    LocalDate day = LocalDate.ofInstant(moment, TrameClock.BRUSSELS);
    if (notices.run(day, strangers) == 0) {
      throw new JobFailed("rappels", "aucun n'a pu être donné le " + day, null);
    }
    witness.told();
  }

  private void advanceTo(Instant moment) {
    if (moment.isAfter(clock.instant())) {
      clock.moveTo(moment);
    }
  }

  private void execute(Job job, String activity) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException e) {
      throw new JobFailed(activity, root(e).toString(), e);
    }
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private Optional<Job> next(Instant until) {
    Date afterwards = Date.from(until.plusMillis(1));
    Stream<Job> timers =
        management
            .createJobQuery()
            .timers()
            .active()
            .withRetriesLeft()
            .duedateLowerThan(afterwards)
            .list()
            .stream();
    Stream<Job> steps =
        management.createJobQuery().messages().active().withRetriesLeft().list().stream();
    return Stream.concat(timers, steps)
        .filter(job -> !due(job).isAfter(until))
        .filter(this::isOurs)
        .min(Comparator.comparing(TimeTravel::due).thenComparing(Job::getId));
  }

  /** An asynchronous step is due as soon as it exists. */
  private static Instant due(Job job) {
    Date due = job.getDuedate() == null ? job.getCreateTime() : job.getDuedate();
    return due.toInstant();
  }

  private boolean isOurs(Job job) {
    if (job.getProcessInstanceId() == null) {
      return false;
    }
    String subject =
        subjects.computeIfAbsent(
            job.getProcessInstanceId(),
            id ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceId(id)
                    .singleResult()
                    .getBusinessKey());
    return !strangers.contains(subject);
  }

  private String activity(Job job) {
    return activities.computeIfAbsent(
        job.getJobDefinitionId(),
        id -> {
          JobDefinition definition =
              management.createJobDefinitionQuery().jobDefinitionId(id).singleResult();
          return definition.getActivityId();
        });
  }

  /** A timer or asynchronous step that failed. */
  static final class JobFailed extends RuntimeException {
    JobFailed(String activity, String why, Throwable cause) {
      super("L'automatisme « %s » échoue : %s".formatted(activity, why), cause);
    }
  }
}
