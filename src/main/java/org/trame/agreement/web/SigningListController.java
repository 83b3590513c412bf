package org.trame.agreement.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.agreement.Assents;
import org.trame.agreement.Signature;
import org.trame.agreement.Signings;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.worksheet.Edits;

/**
 * The agreements of the reader's organisations. Several may be signed at once: each is checked and
 * signed by itself, as on its own page, and says what became of it.
 */
@Controller
@RequestMapping("/agreements")
class SigningListController {

  private static final String PASSWORD = "password";

  private final Agreements agreements;
  private final Signings signings;
  private final Parties parties;
  private final Edits edits;
  private final Messages messages;

  SigningListController(
      Agreements agreements, Signings signings, Parties parties, Edits edits, Messages messages) {
    this.agreements = agreements;
    this.signings = signings;
    this.parties = parties;
    this.edits = edits;
    this.messages = messages;
  }

  /**
   * An agreement of the list.
   *
   * @param state code of its state
   * @param assents what its organisations said of the version sent out last
   */
  record Line(long id, String title, String state, Assents assents) {}

  /**
   * A signature that is asked of the reader.
   *
   * @param key what is handed in: agreement, organisation and hash of the text
   * @param party name of the organisation
   * @param version number of the version
   * @param hash SHA-256 of its text
   * @param chosen whether it was ticked before
   */
  record Asked(
      String key,
      long agreement,
      String title,
      String party,
      int version,
      String hash,
      boolean chosen) {}

  /** What became of one that was ticked: signed, or why not. */
  record Result(String title, boolean signed, String why) {}

  @GetMapping
  String mine(Model model) {
    return page(model, Set.of());
  }

  /**
   * Signs those that were ticked, one after the other. A password that is wrong stops at the first:
   * nothing is signed, and what was ticked stays so.
   */
  @PostMapping("/sign")
  String sign(
      @RequestParam(defaultValue = "") List<String> chosen,
      @RequestParam(defaultValue = "") String password,
      Model model,
      RedirectAttributes after) {
    if (chosen.isEmpty()) {
      model.addAttribute("chooseError", messages.say("agreement.bulk.nothing"));
      return page(model, Set.of());
    }
    Map<String, String> titles =
        agreements.mine().stream().collect(Collectors.toMap(Agreement::subject, Agreement::title));
    List<Result> results = new ArrayList<>();
    for (String key : chosen) {
      String[] parts = key.split("/", 3);
      String title = titles.getOrDefault(parts[0], parts[0]);
      try {
        edits.make("sign-electronically", parts[0], values(parts, password));
        results.add(new Result(title, true, ""));
      } catch (Refusal refusal) {
        if (results.isEmpty()
            && refusal.violations().stream().allMatch(v -> PASSWORD.equals(v.field()))) {
          model.addAttribute("passwordError", messages.say(refusal));
          return page(model, new HashSet<>(chosen));
        }
        results.add(new Result(title, false, messages.say(refusal)));
      }
    }
    after.addFlashAttribute("results", results);
    return "redirect:/agreements";
  }

  private static Map<String, String> values(String[] parts, String password) {
    Map<String, String> values = new HashMap<>();
    if (parts.length == 3) {
      values.put("onBehalfOf", parts[1]);
      values.put("shownSha256", parts[2]);
    }
    values.put(PASSWORD, password);
    return values;
  }

  private String page(Model model, Set<String> chosen) {
    List<Agreement> mine = agreements.mine();
    List<Signature> all = signings.of(mine.stream().map(Agreement::id).toList());
    Map<Long, Party> own =
        parties.of(Actors.current().userId()).stream().collect(Collectors.toMap(Party::id, p -> p));
    Map<Long, Agreement> known = mine.stream().collect(Collectors.toMap(Agreement::id, a -> a));
    Map<Long, String> hashes = new HashMap<>();
    model.addAttribute("agreements", mine.stream().map(a -> line(a, all)).toList());
    model.addAttribute(
        "asked",
        all.stream()
            .filter(s -> s.state() == Signature.State.AWAITED && own.containsKey(s.party()))
            .map(
                s ->
                    asked(
                        known.get(s.agreement()),
                        s,
                        own.get(s.party()),
                        hashes.computeIfAbsent(
                            s.agreement(), id -> agreements.current(id).sha256()),
                        chosen))
            .distinct()
            .toList());
    return "agreements";
  }

  private static Line line(Agreement agreement, List<Signature> all) {
    List<Signature> own = all.stream().filter(s -> s.agreement() == agreement.id()).toList();
    int last = own.stream().mapToInt(Signature::version).max().orElse(0);
    return new Line(
        agreement.id(),
        agreement.title(),
        agreement.state().name(),
        Assents.of(own.stream().filter(s -> s.version() == last).toList(), List.of()));
  }

  private static Asked asked(
      Agreement agreement, Signature signature, Party party, String hash, Set<String> chosen) {
    String key = agreement.subject() + "/" + party.id() + "/" + hash;
    return new Asked(
        key,
        agreement.id(),
        agreement.title(),
        party.name(Messages.locale()),
        signature.version(),
        hash,
        chosen.contains(key));
  }
}
