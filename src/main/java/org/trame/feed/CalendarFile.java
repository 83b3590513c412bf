package org.trame.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockRevision;
import org.trame.deadline.PlannedNotice;
import org.trame.due.Due;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;

/** An iCalendar file (RFC 5545): one event a clock. */
@Component
class CalendarFile {

  private static final Duration REFRESHED = Duration.ofHours(1);

  /** Short enough that a line of French stays within 75 bytes. */
  private static final int FOLD = 60;

  private final ClockEvents events;
  private final Messages messages;

  CalendarFile(ClockEvents events, Messages messages) {
    this.events = events;
    this.messages = messages;
  }

  byte[] of(
      List<Due> shown,
      Map<Long, ClockRevision> revisions,
      Map<Long, List<PlannedNotice>> warnings) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Trame//Trame//FR"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", messages.say("feed.calendarName")));
    calendar.add(new XProperty("X-WR-TIMEZONE", TrameClock.BRUSSELS.getId()));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESHED));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESHED.toString()));
    // Also what makes a calendar without events a valid one.
    calendar.add(brussels());
    shown.forEach(
        d ->
            calendar.add(
                events.of(d, revisions.get(d.id()), warnings.getOrDefault(d.id(), List.of()))));
    return write(calendar);
  }

  private static byte[] write(Calendar calendar) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      new CalendarOutputter(true, FOLD).output(calendar, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static VTimeZone brussels() {
    Observance summer =
        observance(
            new Daylight(), "CEST", "+0100", "+0200", LocalDateTime.of(1981, 3, 29, 2, 0), 3);
    Observance winter =
        observance(
            new Standard(), "CET", "+0200", "+0100", LocalDateTime.of(1996, 10, 27, 3, 0), 10);
    VTimeZone zone = new VTimeZone(new ComponentList<>(List.of(summer, winter)));
    zone.add(new TzId(TrameClock.BRUSSELS.getId()));
    return zone;
  }

  private static Observance observance(
      Observance time, String name, String from, String to, LocalDateTime first, int month) {
    time.add(new TzName(name));
    time.add(new TzOffsetFrom(from));
    time.add(new TzOffsetTo(to));
    time.add(new DtStart<>(first));
    time.add(new RRule<>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
    return time;
  }
}
