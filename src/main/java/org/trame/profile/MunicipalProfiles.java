package org.trame.profile;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.input.Check;
import org.trame.ledger.Ledger;
import org.trame.programme.Municipality;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;

/** The profiles of municipalities. The subject of one is {@code commune-<nis>}. */
@Component
@Transactional
public class MunicipalProfiles {

  private static final String SUBJECT = "commune-";
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");

  private final JdbcClient jdbc;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  MunicipalProfiles(
      JdbcClient jdbc, Programmes programmes, Regimes regimes, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.programmes = programmes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  /** The subject of a municipality's profile. */
  public static String subject(String nis) {
    return SUBJECT + nis;
  }

  /** The municipality of a subject, or empty if the subject is of another kind. */
  public Optional<Municipality> municipality(String subject) {
    return subject != null && subject.startsWith(SUBJECT)
        ? programmes.municipality(subject.substring(SUBJECT.length()))
        : Optional.empty();
  }

  /** The confirmed profile, if there is one. */
  public Optional<MunicipalProfile> find(String nis) {
    return jdbc.sql("select * from trame.municipal_profile where nis = ?")
        .param(nis)
        .query(
            (row, n) ->
                new MunicipalProfile(
                    row.getString("nis"),
                    row.getInt("members_in_office"),
                    row.getString("office_email"),
                    row.getDate("confirmed_on").toLocalDate(),
                    row.getString("confirmed_by")))
        .optional();
  }

  /**
   * Members of the municipality's council in office: what was confirmed, otherwise what the law
   * gives; empty where no source says it.
   */
  public OptionalInt membersInOffice(String nis) {
    Optional<MunicipalProfile> confirmed = find(nis);
    return confirmed.isPresent()
        ? OptionalInt.of(confirmed.get().membersInOffice())
        : legalSize(nis);
  }

  /** Members the law gives to the municipality's council; empty where no source says it. */
  public OptionalInt legalSize(String nis) {
    Municipality municipality = programmes.municipality(nis).orElseThrow();
    try {
      return OptionalInt.of(
          regimes
              .law(
                  "CouncilSize",
                  Map.of(
                      "region", municipality.region(), "inhabitants", municipality.inhabitants()))
              .integer("members"));
    } catch (NoSuchElementException noSource) {
      return OptionalInt.empty();
    }
  }

  /**
   * Confirms the profile of a municipality, or changes it.
   *
   * @throws org.trame.input.Refusal if the number of members is not known or not positive, or the
   *     address is ill-formed
   */
  public void confirm(String nis, ConfirmProfile form) {
    int members =
        form.councilMembers() == null ? membersInOffice(nis).orElse(0) : form.councilMembers();
    new Check()
        .that(members > 0, "councilMembers", "refusal.profile.members")
        .that(EMAIL.matcher(form.officeEmail()).matches(), "officeEmail", "refusal.profile.email")
        .done();
    jdbc.sql(
            "insert into trame.municipal_profile (nis, members_in_office, office_email,"
                + " confirmed_on, confirmed_by) values (?, ?, ?, ?, ?) on conflict (nis) do update"
                + " set members_in_office = excluded.members_in_office, office_email ="
                + " excluded.office_email, confirmed_on = excluded.confirmed_on, confirmed_by ="
                + " excluded.confirmed_by")
        .params(
            nis,
            members,
            form.officeEmail(),
            Date.valueOf(LocalDate.now(time)),
            Actors.current().userId())
        .update();
    ledger.record(subject(nis), "profile-confirmed", Map.of("members", members));
  }
}
