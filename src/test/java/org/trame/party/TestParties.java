package org.trame.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.trame.access.Actor;
import org.trame.access.Actors;

/** What tests register: every organisation has a number of its own. */
final class TestParties {

  static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));
  static final Actor REGION = new Actor("region", List.of("region-examiner-brussels"));

  private static final AtomicInteger NEXT = new AtomicInteger(11_000_000);

  private TestParties() {}

  static EnterpriseNumber number() {
    String eight = "%08d".formatted(NEXT.incrementAndGet());
    return new EnterpriseNumber(eight + EnterpriseNumber.check(eight));
  }

  static OpenParty association(String name, String number) {
    return new OpenParty(
        Party.Kind.ASSOCIATION,
        "21009",
        number,
        name,
        name + " (nl)",
        "Rue de l’Essai 1, 1050 Ixelles",
        "contact@essai.example");
  }

  static long open(Parties parties, String name) {
    String number = number().toString();
    return Actors.as(COORDINATOR, () -> parties.open(association(name, number)));
  }

  static long person(Parties parties, long party, String name, String account) {
    return Actors.as(
        COORDINATOR,
        () -> parties.add(party, new AddPerson(name, "personne@essai.example", account)));
  }

  static GrantMandate signing(long person, LocalDate from, LocalDate to, String ceiling) {
    return new GrantMandate(
        String.valueOf(person),
        true,
        false,
        false,
        from,
        to,
        ceiling == null ? null : new BigDecimal(ceiling),
        "CA/2031/4",
        from.minusDays(10),
        true);
  }
}
