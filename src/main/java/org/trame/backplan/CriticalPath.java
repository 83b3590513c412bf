package org.trame.backplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

/**
 * The critical-path method on real calendars. Forward from today and from what has happened: when
 * each step can begin and end. Backward from the end: when each must begin and end at the latest.
 * As terms in working days, clear days and months have no length of their own, the latest start is
 * looked for, day by day.
 */
public final class CriticalPath {

  /** No step begins more than ten years before it ends. */
  private static final int LONGEST = 3660;

  private final Map<String, PlanStep> steps = new HashMap<>();
  private final Map<String, Progress> progress;
  private final Sittings sittings;
  private final LocalDate today;
  private final LocalDate end;
  private final WhatIf whatIf;
  private final Settings settings;
  private final Map<String, LocalDate> starts = new HashMap<>();
  private final Map<String, LocalDate> finishes = new HashMap<>();
  private final Map<String, LocalDate> latestStarts = new HashMap<>();
  private final Map<String, LocalDate> latestFinishes = new HashMap<>();

  /**
   * What is shown as critical.
   *
   * @param tolerance days of slack above the least that still are critical: days off make them
   * @param attention days of slack below which a plan deserves attention
   */
  public record Settings(int tolerance, int attention) {}

  private CriticalPath(
      List<PlanStep> all,
      Map<String, Progress> progress,
      Sittings sittings,
      LocalDate today,
      LocalDate end,
      WhatIf whatIf,
      Settings settings) {
    all.forEach(s -> steps.put(s.code(), s));
    this.progress = progress;
    this.sittings = sittings.missing(whatIf.missed());
    this.today = today;
    this.end = end;
    this.whatIf = whatIf;
    this.settings = settings;
  }

  /**
   * Computes a plan.
   *
   * @param all the steps, in any order
   * @param progress how far each has come; none: to come
   * @param sittings of the council
   * @param end last day the law leaves
   * @throws NoSuchElementException if a step comes after one that does not exist
   * @throws IllegalArgumentException if steps wait for one another
   */
  public static BackPlan of(
      List<PlanStep> all,
      Map<String, Progress> progress,
      Sittings sittings,
      LocalDate today,
      LocalDate end,
      WhatIf whatIf,
      Settings settings) {
    return new CriticalPath(all, progress, sittings, today, end, whatIf, settings).plan(all);
  }

  /** The steps so that each comes after those it waits for. */
  static List<PlanStep> inOrder(List<PlanStep> all) {
    Map<String, PlanStep> byCode = new HashMap<>();
    all.forEach(s -> byCode.put(s.code(), s));
    Set<PlanStep> ordered = new LinkedHashSet<>();
    all.forEach(s -> visit(s, byCode, new LinkedHashSet<>(), ordered));
    return List.copyOf(ordered);
  }

  private static void visit(
      PlanStep step, Map<String, PlanStep> all, Set<String> waiting, Set<PlanStep> ordered) {
    if (ordered.contains(step)) {
      return;
    }
    if (!waiting.add(step.code())) {
      throw new IllegalArgumentException(String.join(" > ", waiting));
    }
    for (String before : step.after()) {
      if (!all.containsKey(before)) {
        throw new NoSuchElementException(before);
      }
      visit(all.get(before), all, waiting, ordered);
    }
    waiting.remove(step.code());
    ordered.add(step);
  }

  private BackPlan plan(List<PlanStep> all) {
    List<PlanStep> ordered = new ArrayList<>(inOrder(all));
    ordered.forEach(this::forward);
    Collections.reverse(ordered);
    ordered.forEach(step -> backward(step, all));
    LocalDate projected =
        all.stream()
            .filter(s -> successors(s, all).isEmpty())
            .map(s -> finishes.get(s.code()))
            .max(LocalDate::compareTo)
            .orElseThrow();
    long least =
        all.stream()
            .map(this::slack)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .min()
            .orElse(0);
    return new BackPlan(
        today,
        end,
        projected,
        all.stream().map(s -> line(s, least)).toList(),
        settings.attention());
  }

  private void forward(PlanStep step) {
    Progress now = progress(step);
    LocalDate ready =
        step.after().stream().map(finishes::get).max(LocalDate::compareTo).orElse(today);
    switch (now.state()) {
      case DONE -> put(step, now.began(), now.ended());
      case SKIPPED -> put(step, ready, ready);
      case ACTIVE -> put(step, now.began(), underWay(step, now));
      case TO_COME -> {
        LocalDate start = later(later(ready, today), whatIf.begins().get(step.code()));
        put(step, start, finish(step, start));
      }
    }
  }

  private void put(PlanStep step, LocalDate start, LocalDate finish) {
    starts.put(step.code(), start);
    finishes.put(step.code(), finish);
  }

  /** When a step that has begun ends: not before today. */
  private LocalDate underWay(PlanStep step, Progress now) {
    boolean dated = step.untilDue() && now.due() != null;
    LocalDate usual = dated ? now.due() : step.span().end(now.began()).plusDays(now.moved());
    LocalDate bare = later(usual.plusDays(longer(step)), today);
    if (!step.needsSitting() || (dated && bare.equals(today))) {
      return bare;
    }
    return (dated ? sittings.and(now.due()) : sittings).onOrAfter(bare);
  }

  /** When a step ends that begins on this day. */
  private LocalDate finish(PlanStep step, LocalDate start) {
    LocalDate bare = step.span().end(start).plusDays(longer(step));
    return step.needsSitting() ? sittings.onOrAfter(bare) : bare;
  }

  private int longer(PlanStep step) {
    return whatIf.longer().getOrDefault(step.code(), 0);
  }

  private void backward(PlanStep step, List<PlanStep> all) {
    LocalDate latest =
        successors(step, all).stream()
            .filter(s -> progress(s).state() != Progress.State.ACTIVE)
            .filter(s -> progress(s).state() != Progress.State.DONE)
            .map(s -> latestStarts.get(s.code()))
            .min(LocalDate::compareTo)
            .orElse(end);
    latestFinishes.put(step.code(), latest);
    boolean skipped = progress(step).state() == Progress.State.SKIPPED;
    latestStarts.put(step.code(), skipped ? latest : latestStart(step, latest));
  }

  /**
   * The last day from which the step still ends on this day. Where no sitting is early enough there
   * is none: then it would have to begin, and to end, that many days earlier.
   */
  private LocalDate latestStart(PlanStep step, LocalDate latest) {
    if (noSittingBy(step, latest)) {
      return starts.get(step.code()).minusDays(days(latest, finishes.get(step.code())));
    }
    for (int days = 0; days <= LONGEST; days++) {
      if (!finish(step, latest.minusDays(days)).isAfter(latest)) {
        return latest.minusDays(days);
      }
    }
    throw new IllegalArgumentException(step.code());
  }

  /** A day before the list begins would do as well as a sitting, if it is still to come. */
  private boolean noSittingBy(PlanStep step, LocalDate latest) {
    return step.needsSitting()
        && !sittings.unknown(today)
        && sittings.onOrAfter(later(latest.minusDays(LONGEST), sittings.begins())).isAfter(latest);
  }

  private static List<PlanStep> successors(PlanStep step, List<PlanStep> all) {
    return all.stream().filter(s -> s.after().contains(step.code())).toList();
  }

  private Line line(PlanStep step, long least) {
    Progress now = progress(step);
    boolean over = isOver(now);
    Long slack = slack(step);
    LocalDate finish = finishes.get(step.code());
    boolean skipped = now.state() == Progress.State.SKIPPED;
    return new Line(
        step,
        now,
        skipped ? null : starts.get(step.code()),
        skipped ? null : finish,
        now.state() != Progress.State.TO_COME || noSittingBy(step, latestFinishes.get(step.code()))
            ? null
            : latestStarts.get(step.code()),
        over ? null : latestFinishes.get(step.code()),
        slack,
        slack != null && (slack < 0 || slack <= least + settings.tolerance()),
        over || !step.needsSitting() ? null : known(now, finish));
  }

  private Sittings.Known known(Progress now, LocalDate finish) {
    return finish.equals(now.due()) ? Sittings.Known.PLANNED : sittings.known(finish);
  }

  /** By how much the beginning can be put off; once it has begun, the end. */
  private Long slack(PlanStep step) {
    return switch (progress(step).state()) {
      case DONE, SKIPPED -> null;
      case ACTIVE -> days(finishes.get(step.code()), latestFinishes.get(step.code()));
      case TO_COME -> days(starts.get(step.code()), latestStarts.get(step.code()));
    };
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  private Progress progress(PlanStep step) {
    return progress.getOrDefault(step.code(), Progress.NONE);
  }

  private static boolean isOver(Progress now) {
    return now.state() == Progress.State.DONE || now.state() == Progress.State.SKIPPED;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return b == null || a.isAfter(b) ? a : b;
  }
}
