package org.trame.backplan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A plan as bars on a time line, in units of the picture.
 *
 * @param height of the whole; the width is {@link #WIDTH}
 * @param months the time line
 * @param bars the steps that are shown, from top to bottom
 * @param today where the line of today is, or -1 if it is outside
 * @param end where the line of the legal end is
 */
public record Picture(int height, List<Month> months, List<Bar> bars, int today, int end) {

  /** Width of the whole. */
  public static final int WIDTH = 1000;

  /** Where names end and the time line begins. */
  public static final int LEFT = 304;

  /** Height of what is above the bars. */
  public static final int TOP = 62;

  /** Height of a step. */
  public static final int ROW = 26;

  private static final int RIGHT = WIDTH - 12;
  private static final int MONTH_LABEL = 36;
  private static final int YEAR_LABEL = 62;
  private static final int DATE_LABEL = 44;
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");

  /** A month: where it begins, and what is written there; empty if there is no room. */
  public record Month(int x, String label) {}

  /**
   * A step.
   *
   * @param y top of its row
   * @param name what people call it
   * @param kind {@code done}, {@code active} or {@code planned}
   * @param x where it begins
   * @param width its length
   * @param past how much of it has passed
   * @param slackFrom where the line of its slack begins, or -1 if it has none
   * @param slackTo where that line ends: the latest finish
   * @param critical whether it has the least slack
   * @param late whether it ends after its latest finish
   * @param label the last day that is drawn: the latest finish, or the day it ends
   * @param labelX where that is written
   * @param before whether it is written before that place
   */
  public record Bar(
      int y,
      String name,
      String kind,
      int x,
      int width,
      int past,
      int slackFrom,
      int slackTo,
      boolean critical,
      boolean late,
      String label,
      int labelX,
      boolean before) {}

  /** Draws the rows of a plan. */
  static Picture of(BackPlan plan, List<PlanView.Row> rows, Locale language) {
    Scale scale = Scale.of(plan);
    List<Bar> bars = new ArrayList<>();
    for (PlanView.Row row : rows) {
      if (row.line().start() != null) {
        bars.add(bar(row, scale, plan.today(), TOP + ROW * bars.size()));
      }
    }
    return new Picture(
        TOP + ROW * bars.size() + 8,
        scale.months(language),
        List.copyOf(bars),
        scale.holds(plan.today()) ? scale.x(plan.today()) : -1,
        scale.x(plan.end()));
  }

  private static Bar bar(PlanView.Row row, Scale scale, LocalDate today, int y) {
    Line line = row.line();
    int x = scale.x(line.start());
    int end = Math.max(x + 3, scale.x(line.finish()));
    boolean planned = line.progress().state() == Progress.State.TO_COME;
    boolean late = line.slack() != null && line.slack() < 0;
    int slackTo = line.latestFinish() == null ? -1 : scale.x(line.latestFinish());
    int reach = Math.max(end, slackTo);
    boolean before = reach + DATE_LABEL > RIGHT;
    return new Bar(
        y,
        row.name(),
        line.over() ? "done" : planned ? "planned" : "active",
        x,
        end - x,
        planned ? 0 : Math.max(0, Math.min(end, scale.x(today)) - x),
        slackTo < 0 ? -1 : end,
        slackTo,
        line.critical(),
        late,
        SHORT.format(
            slackTo > end && line.latestFinish() != null ? line.latestFinish() : line.finish()),
        before ? Math.min(x, slackTo < 0 ? x : slackTo) - 6 : reach + 8,
        before);
  }

  /** Days on the time line, which runs over whole months. */
  private record Scale(LocalDate first, LocalDate last) {

    static Scale of(BackPlan plan) {
      List<LocalDate> days =
          plan.lines().stream()
              .flatMap(l -> Stream.of(l.start(), l.finish(), l.latestFinish()))
              .filter(Objects::nonNull)
              .toList();
      LocalDate from = days.stream().min(LocalDate::compareTo).orElse(plan.today());
      LocalDate to = days.stream().max(LocalDate::compareTo).orElse(plan.end());
      return new Scale(
          from.withDayOfMonth(1),
          YearMonth.from(to.isAfter(plan.end()) ? to : plan.end()).atEndOfMonth());
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    int x(LocalDate day) {
      long all = ChronoUnit.DAYS.between(first, last) + 1;
      return LEFT + (int) ((RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / all);
    }

    List<Month> months(Locale language) {
      List<Month> months = new ArrayList<>();
      int free = 0;
      for (LocalDate day = first; day.isBefore(last); day = day.plusMonths(1)) {
        int x = x(day);
        String name = day.getMonth().getDisplayName(TextStyle.SHORT, language);
        boolean year = day.equals(first) || day.getMonthValue() == 1;
        boolean room = x >= free && x + MONTH_LABEL <= WIDTH;
        months.add(new Month(x, room ? (year ? name + " " + day.getYear() : name) : ""));
        if (room) {
          free = x + (year ? YEAR_LABEL : MONTH_LABEL);
        }
      }
      return List.copyOf(months);
    }
  }
}
