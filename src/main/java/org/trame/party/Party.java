package org.trame.party;

import java.util.List;
import java.util.Locale;
import org.trame.access.Role;

/**
 * An organisation.
 *
 * @param id number
 * @param kind what it is
 * @param nis NIS code of the municipality it belongs to, or null for one of the whole Region
 * @param region code of the Region
 * @param number enterprise number, or null
 * @param frenchName French name
 * @param dutchName Dutch name
 * @param address where it is
 * @param contactMail where it is written to
 */
public record Party(
    long id,
    Kind kind,
    String nis,
    String region,
    EnterpriseNumber number,
    String frenchName,
    String dutchName,
    String address,
    String contactMail) {

  private static final String SUBJECT = "party-";

  /** Kinds of organisations. */
  public enum Kind {
    MUNICIPALITY,
    CPAS,
    REGION,
    COMMUNITY,
    ASSOCIATION,
    OTHER
  }

  /** Its name in this language. */
  public String name(Locale language) {
    return "nl".equals(language.getLanguage()) ? dutchName : frenchName;
  }

  /** Groups of those who are asked about it: of its municipality, or of the Region. */
  public List<String> holders() {
    List<Role> roles =
        nis == null
            ? List.of(Role.REGION_DIRECTOR)
            : List.of(Role.COORDINATOR, Role.DEPARTMENT_HEAD);
    return roles.stream().map(role -> role.group(nis, region)).toList();
  }

  /** Its subject in the ledger and in processes. */
  public String subject() {
    return subject(id);
  }

  /** The subject of the organisation of this number. */
  public static String subject(long id) {
    return SUBJECT + id;
  }

  /** The number of the organisation a subject stands for, or -1 if it is another's. */
  public static long ofSubject(String subject) {
    return subject != null && subject.matches(SUBJECT + "\\d{1,18}")
        ? Long.parseLong(subject.substring(SUBJECT.length()))
        : -1;
  }
}
