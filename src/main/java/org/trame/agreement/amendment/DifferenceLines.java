package org.trame.agreement.amendment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.agreement.AgreementDifference;
import org.trame.agreement.AgreementVersion;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;

/** Differences between texts of agreements as people read them, in their language. */
@Component
public class DifferenceLines {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Parties parties;
  private final Messages messages;

  DifferenceLines(Parties parties, Messages messages) {
    this.parties = parties;
    this.messages = messages;
  }

  /** A sentence for each term, organisation and clause that changed. */
  public List<String> of(AgreementDifference difference) {
    List<String> lines = terms(difference);
    difference.changes().forEach(c -> lines.add(clause(c)));
    return lines;
  }

  /** A sentence for each term, organisation and commitment that changed. */
  public List<String> terms(AgreementDifference difference) {
    AgreementVersion was = difference.before().version();
    AgreementVersion is = difference.after().version();
    List<String> lines = new ArrayList<>();
    if (difference.titleChanged()) {
      lines.add(messages.say("agreement.difference.title", was.title(), is.title()));
    }
    if (difference.amountChanged()) {
      lines.add(
          messages.say("agreement.difference.amount", euros(was.amount()), euros(is.amount())));
    }
    if (difference.endChanged()) {
      lines.add(messages.say("agreement.difference.end", day(was.endsOn()), day(is.endsOn())));
    }
    named(difference.partiesAdded())
        .forEach(name -> lines.add(messages.say("agreement.difference.joins", name)));
    named(difference.partiesRemoved())
        .forEach(name -> lines.add(messages.say("agreement.difference.leaves", name)));
    difference
        .promised()
        .forEach(
            c -> lines.add(messages.say("agreement.difference.promised", c.code(), c.promise())));
    difference
        .notPromised()
        .forEach(
            c ->
                lines.add(messages.say("agreement.difference.notPromised", c.code(), c.promise())));
    return lines;
  }

  private List<String> named(Collection<Long> numbers) {
    Map<Long, Party> known = parties.all(numbers);
    return numbers.stream().map(n -> known.get(n).name(Messages.locale())).toList();
  }

  private String clause(AgreementDifference.Change change) {
    var clause = change.after() == null ? change.before() : change.after();
    return messages.say(
        "agreement.difference.clause." + change.kind(), clause.number(), clause.heading());
  }

  private String euros(BigDecimal amount) {
    return amount == null
        ? messages.say("agreement.noAmount")
        : messages.say("agreement.euros", amount);
  }

  private String day(LocalDate day) {
    return day == null ? messages.say("agreement.noEnd") : DAY.format(day);
  }
}
