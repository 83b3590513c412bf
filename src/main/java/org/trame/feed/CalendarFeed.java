package org.trame.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.deadline.Clocks;
import org.trame.deadline.Notices;
import org.trame.due.Due;
import org.trame.due.DueList;
import org.trame.notification.Preferences;

/** What the owner of a private link has to do, as a calendar. */
@Component
public class CalendarFeed {

  private final CalendarLinks links;
  private final Accounts accounts;
  private final DueList list;
  private final Clocks clocks;
  private final Notices notices;
  private final Preferences preferences;
  private final CalendarFile file;

  CalendarFeed(
      CalendarLinks links,
      Accounts accounts,
      DueList list,
      Clocks clocks,
      Notices notices,
      Preferences preferences,
      CalendarFile file) {
    this.links = links;
    this.accounts = accounts;
    this.list = list;
    this.clocks = clocks;
    this.notices = notices;
    this.preferences = preferences;
    this.file = file;
  }

  /**
   * The calendar behind a token, or empty if the token opens nothing. The rights are those of the
   * account now, not those it had when the link was made; a link without account is taken away.
   */
  public Optional<byte[]> of(String token) {
    return links.owner(token).flatMap(this::owned);
  }

  private Optional<byte[]> owned(String account) {
    Optional<Actor> owner = accounts.find(account);
    if (owner.isEmpty()) {
      links.remove(account);
    }
    return owner.map(o -> Actors.as(o, () -> in(preferences.of(account).locale(), this::write)));
  }

  private byte[] write() {
    List<Due> shown =
        list.all().stream()
            .filter(d -> d.mine() || d.followed())
            .filter(d -> !d.suspended())
            .toList();
    List<Long> ids = shown.stream().map(Due::id).toList();
    return file.of(shown, clocks.revisions(ids), notices.warnings(ids));
  }

  private static <T> T in(Locale language, Supplier<T> work) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language);
    try {
      return work.get();
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }
}
