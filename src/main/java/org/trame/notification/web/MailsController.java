package org.trame.notification.web;

import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.notification.Letter;
import org.trame.notification.Mail;
import org.trame.notification.Mails;

/** What Trame wrote to me; for the administrator also what became of everybody's mails. */
@Controller
@RequestMapping("/mails")
class MailsController {

  /** Value of the filter that stands for everybody. */
  private static final String ALL = "*";

  private final Mails mails;
  private final Messages messages;

  MailsController(Mails mails, Messages messages) {
    this.mails = mails;
    this.messages = messages;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) String to,
      @RequestParam(required = false) Mail.State state,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Actor reader = Actors.current();
    boolean others = mails.seesOthers(reader);
    boolean administrator = reader.holds(Role.ADMINISTRATOR);
    String asked = to == null ? (administrator ? ALL : reader.userId()) : to;
    String account = !others ? reader.userId() : ALL.equals(asked) ? null : asked;
    model.addAttribute("page", mails.page(reader, new Mails.Filter(account, state), page));
    model.addAttribute("others", others);
    model.addAttribute("administrator", administrator);
    model.addAttribute("recipients", others ? mails.recipients(reader) : List.of());
    model.addAttribute("to", account == null ? ALL : account);
    model.addAttribute("state", state);
    model.addAttribute("reader", reader.userId());
    if (administrator) {
      model.addAttribute("counts", mails.counts());
    }
    return "mails";
  }

  @GetMapping("/{id}")
  String show(@PathVariable int id, Model model) {
    return show(id, null, model);
  }

  private String show(int id, String refusal, Model model) {
    Letter letter = letter(id);
    model.addAttribute("letter", letter);
    // Links leave the frame; nothing else in it may do anything.
    model.addAttribute("framed", "<base target=\"_top\">" + letter.html());
    model.addAttribute("refusal", refusal);
    model.addAttribute(
        "again", letter.mail().canGoAgain() && Actors.current().holds(Role.ADMINISTRATOR));
    return "mail";
  }

  /** The mail as it was sent: whoever keeps it can compute its SHA-256 again. */
  @GetMapping("/{id}/source")
  ResponseEntity<byte[]> source(@PathVariable int id) {
    byte[] source =
        mails
            .source(Actors.current(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("message/rfc822"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("mail-" + id + ".eml").build().toString())
        .body(source);
  }

  @PostMapping("/{id}/again")
  String again(@PathVariable int id, Model model) {
    Actor reader = administrator();
    letter(id);
    try {
      mails.sendAgain(reader, id);
      return "redirect:/mails/{id}";
    } catch (Refusal refusal) {
      return show(id, messages.say(refusal), model);
    }
  }

  @PostMapping("/now")
  String now() {
    administrator();
    mails.tryNow();
    return "redirect:/mails";
  }

  private static Actor administrator() {
    Actor reader = Actors.current();
    if (!reader.holds(Role.ADMINISTRATOR)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return reader;
  }

  private Letter letter(int id) {
    return mails
        .find(Actors.current(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
