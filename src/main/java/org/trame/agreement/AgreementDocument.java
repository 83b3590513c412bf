package org.trame.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
import org.trame.document.StoredDocument;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programme;

/** The text of a version of an agreement, frozen: reference {@code <agreement>-<version>}. */
@Component
class AgreementDocument implements DocumentSource {

  static final String KIND = "agreement";

  private final Agreements agreements;
  private final Parties parties;
  private final Messages messages;

  AgreementDocument(Agreements agreements, Parties parties, Messages messages) {
    this.agreements = agreements;
    this.parties = parties;
    this.messages = messages;
  }

  static String reference(AgreementVersion version) {
    return version.agreement() + "-" + version.number();
  }

  static boolean isOf(StoredDocument document, Agreement agreement) {
    return KIND.equals(document.kind()) && document.reference().startsWith(agreement.id() + "-");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Issuer issuer() {
    return Issuer.MUNICIPALITY;
  }

  @Override
  public List<String> references(Programme programme) {
    return agreements.of(programme.id()).stream()
        .flatMap(a -> agreements.versions(a.id()).stream())
        .filter(v -> v.text() != null)
        .map(AgreementDocument::reference)
        .toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return agreements.of(programme.id()).stream()
        .filter(a -> reference.startsWith(a.id() + "-"))
        .flatMap(a -> agreements.versions(a.id()).stream())
        .filter(v -> v.text() != null && reference(v).equals(reference))
        .findFirst()
        .map(v -> values(agreements.content(v), language));
  }

  private Map<String, Object> values(AgreementContent content, Locale language) {
    AgreementVersion version = content.version();
    Map<Long, Party> known =
        parties.all(content.participants().stream().map(Participant::party).toList());
    Map<String, Object> values = new HashMap<>();
    values.put("agreementTitle", version.title());
    values.put("version", version.number());
    values.put("amends", version.amends());
    values.put("object", version.object());
    values.put("total", euros(language, version.amount()));
    values.put(
        "endsOn", version.endsOn() == null ? null : DocumentTexts.day(language, version.endsOn()));
    values.put(
        "parties",
        content.participants().stream()
            .map(p -> party(known.get(p.party()), content.group(p.group()), language))
            .toList());
    values.put("clauses", content.clauses().stream().map(AgreementDocument::clause).toList());
    values.put(
        "commitments",
        content.commitments().stream().map(c -> commitment(c, known, language)).toList());
    values.put("sha256", version.sha256());
    return values;
  }

  private Map<String, Object> commitment(
      DraftedCommitment c, Map<Long, Party> known, Locale language) {
    Map<String, Object> values = new HashMap<>();
    values.put("code", c.code());
    values.put("clauseNumber", c.clause());
    values.put("author", known.get(c.author()).name(language));
    values.put("beneficiary", known.get(c.beneficiary()).name(language));
    values.put("promise", c.promise());
    values.put("due", CommitmentWords.due(messages, language, c));
    values.put("notice", c.noticeDays());
    values.put("evidence", c.evidence());
    return values;
  }

  private static String euros(Locale language, BigDecimal amount) {
    return amount == null ? null : DocumentTexts.euros(language, amount);
  }

  private Map<String, Object> party(Party party, SigningGroup group, Locale language) {
    Map<String, Object> values = new HashMap<>();
    values.put("party", party.name(language));
    values.put("enterpriseNumber", party.number() == null ? null : party.number().toString());
    values.put("address", party.address());
    values.put("capacity", messages.say(language, "choice.Capacity." + group.capacity()));
    values.put("signers", group.signers());
    return values;
  }

  private static Map<String, Object> clause(Clause clause) {
    Map<String, Object> values = new HashMap<>();
    values.put("clauseNumber", clause.number());
    values.put("heading", clause.heading());
    values.put("body", clause.body());
    values.put("actionCode", clause.action());
    return values;
  }

  @Override
  public Map<String, Object> example(Locale language) {
    Map<String, Object> values = new HashMap<>();
    values.put("agreementTitle", DocumentTexts.EXAMPLE);
    values.put("version", 2);
    values.put("amends", 1);
    values.put("object", DocumentTexts.EXAMPLE);
    values.put("total", DocumentTexts.euros(language, new BigDecimal("12500.00")));
    values.put("endsOn", DocumentTexts.day(language, LocalDate.of(2030, 12, 31)));
    values.put(
        "parties",
        List.of(
            Map.of(
                "party",
                DocumentTexts.EXAMPLE,
                "enterpriseNumber",
                "0123.456.749",
                "address",
                DocumentTexts.EXAMPLE,
                "capacity",
                messages.say(language, "choice.Capacity.SIGNATORY"),
                "signers",
                1)));
    values.put(
        "clauses",
        List.of(
            Map.of(
                "clauseNumber",
                1,
                "heading",
                DocumentTexts.EXAMPLE,
                "body",
                DocumentTexts.EXAMPLE,
                "actionCode",
                "1.1")));
    values.put(
        "commitments",
        List.of(
            Map.of(
                "code",
                "E1",
                "clauseNumber",
                1,
                "author",
                DocumentTexts.EXAMPLE,
                "beneficiary",
                DocumentTexts.EXAMPLE,
                "promise",
                DocumentTexts.EXAMPLE,
                "due",
                DocumentTexts.day(language, LocalDate.of(2030, 6, 30)),
                "notice",
                30,
                "evidence",
                DocumentTexts.EXAMPLE)));
    values.put("sha256", "0".repeat(64));
    return values;
  }

  /** Whatever binds, as in {@link AgreementText}. */
  @Override
  public Set<String> demanded() {
    return Set.of(
        "agreementTitle",
        "amends",
        "object",
        "total",
        "endsOn",
        "parties.party",
        "parties.enterpriseNumber",
        "parties.capacity",
        "clauses.clauseNumber",
        "clauses.heading",
        "clauses.body",
        "commitments.code",
        "commitments.clauseNumber",
        "commitments.author",
        "commitments.beneficiary",
        "commitments.promise",
        "commitments.due",
        "commitments.notice",
        "commitments.evidence");
  }
}
