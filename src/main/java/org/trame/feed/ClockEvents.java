package org.trame.feed;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.deadline.ClockRevision;
import org.trame.deadline.Explanation;
import org.trame.deadline.PlannedNotice;
import org.trame.deadline.TimeLimit;
import org.trame.due.Due;
import org.trame.language.Messages;

/** The last day of a clock as an all-day event that takes nobody's time. */
@Component
class ClockEvents {

  /** Reminders ring at nine. */
  private static final Duration MORNING = Duration.ofHours(9);

  private final Explanation explanation;
  private final Messages messages;
  private final String site;
  private final String sender;

  ClockEvents(
      Explanation explanation,
      Messages messages,
      @Value("${trame.public-url}") String site,
      @Value("${trame.mail.from}") String sender) {
    this.explanation = explanation;
    this.messages = messages;
    this.site = site;
    this.sender = sender;
  }

  VEvent of(Due due, ClockRevision revision, List<PlannedNotice> warnings) {
    LocalDate day = due.on();
    String title = messages.say("feed.event", capital(due.what()), due.subject());
    VEvent event = new VEvent(false);
    event.add(new Uid("clock-" + due.id() + "-" + due.clock().subject() + "@trame"));
    event.add(new DtStamp(revision.at()));
    event.add(new LastModified(revision.at()));
    event.add(new Sequence(revision.number()));
    event.add(new DtStart<>(day));
    event.add(new DtEnd<>(day.plusDays(1)));
    event.add(new Summary(title));
    event.add(new Description(String.join("\n", sentences(due))));
    event.add(new Url(URI.create(site + "/clocks/" + due.id())));
    event.add(new Categories(new TextList(due.subject().replace(",", "\\,"))));
    event.add(organizer());
    event.add(ImmutableStatus.VEVENT_CONFIRMED);
    event.add(ImmutableTransp.TRANSPARENT);
    warnings.stream()
        .filter(w -> forReader(due, w))
        .map(PlannedNotice::day)
        .distinct()
        .forEach(on -> event.add(alarm(day, on, title)));
    return event;
  }

  private List<String> sentences(Due due) {
    return explanation.of(due.clock().computed(), due.clock().limit());
  }

  /** RFC 5546 wants one in every published event; nobody answers there. */
  private Organizer organizer() {
    return new Organizer(
        new ParameterList(List.of(new Cn("Trame"))), URI.create("mailto:" + sender));
  }

  /** Whether the rule reminds the reader: as the one who has to act, or in the role it names. */
  private static boolean forReader(Due due, PlannedNotice warning) {
    return warning.role().equals(TimeLimit.HOLDER)
        ? due.mine()
        : Actors.current().holds(Role.of(warning.role()));
  }

  private VAlarm alarm(LocalDate day, LocalDate on, String title) {
    Duration before = Duration.ofDays(ChronoUnit.DAYS.between(day, on)).plus(MORNING);
    VAlarm alarm = new VAlarm();
    alarm.add(new Trigger(new ParameterList(List.of(Related.START)), before));
    alarm.add(ImmutableAction.DISPLAY);
    alarm.add(new Description(messages.say("feed.reminder", day, title)));
    return alarm;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Messages.locale()) + text.substring(1);
  }
}
