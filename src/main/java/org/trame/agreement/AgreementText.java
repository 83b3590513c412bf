package org.trame.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.trame.party.Party;

/**
 * The exact text of a version: what is signed is the SHA-256 of these characters in UTF-8. Lines
 * end with a line feed; nothing else is added. It names everything that binds: title, organisations
 * with their numbers and capacities, amount, last day, clauses, commitments.
 */
final class AgreementText {

  private AgreementText() {}

  static String of(AgreementContent content, Map<Long, Party> parties) {
    AgreementVersion version = content.version();
    StringBuilder text = new StringBuilder();
    line(text, "Titre", version.title());
    if (version.amends() != null) {
      line(text, "Avenant à la version", String.valueOf(version.amends()));
      line(text, "Objet", version.object());
    }
    line(text, "Montant", version.amount() == null ? "–" : version.amount().toPlainString() + " €");
    line(text, "Fin", day(version.endsOn()));
    for (SigningGroup group : content.groups()) {
      for (long number : content.parties(group.code())) {
        Party party = parties.get(number);
        line(
            text,
            capacity(group.capacity()),
            party.frenchName()
                + " / "
                + party.dutchName()
                + (party.number() == null ? "" : " (" + party.number() + ")"));
      }
    }
    for (Clause clause : content.clauses()) {
      text.append('\n').append("Article ").append(clause.number()).append(". ");
      text.append(plain(clause.heading()));
      if (clause.action() != null) {
        text.append(" [action ").append(clause.action()).append(']');
      }
      text.append('\n').append(plain(clause.body())).append('\n');
    }
    for (DraftedCommitment c : content.commitments()) {
      text.append('\n').append("Engagement ").append(c.code());
      text.append(" (article ").append(c.clause()).append(")\n");
      line(text, "De", parties.get(c.author()).frenchName());
      line(text, "Envers", parties.get(c.beneficiary()).frenchName());
      line(text, "Promesse", c.promise());
      line(text, "Échéance", c.firstDue() + recurrence(c));
      line(text, "Avertissement", c.noticeDays() + " jours avant");
      line(text, "Preuve", c.evidence());
    }
    return text.toString();
  }

  private static String recurrence(DraftedCommitment c) {
    String often =
        switch (c.recurrence()) {
          case ONCE -> "";
          case MONTHLY -> "chaque mois";
          case QUARTERLY -> "chaque trimestre";
          case HALF_YEARLY -> "chaque semestre";
          case YEARLY -> "chaque année";
        };
    return often.isEmpty() ? "" : ", puis " + often + " jusqu’au " + c.lastDue();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(" : ").append(plain(value)).append('\n');
  }

  private static String capacity(Capacity capacity) {
    return switch (capacity) {
      case SIGNATORY -> "Partie";
      case ENDORSER -> "Accord demandé à";
      case WITNESS -> "Témoin";
    };
  }

  private static String day(LocalDate day) {
    return day == null ? "–" : day.toString();
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
