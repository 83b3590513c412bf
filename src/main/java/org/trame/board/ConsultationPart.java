package org.trame.board;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.consultation.Commission;
import org.trame.consultation.Inquiries;
import org.trame.consultation.Meetings;
import org.trame.consultation.Opinions;
import org.trame.consultation.Participation;
import org.trame.programme.Programme;

/** Seats, meetings, opinions, inquiries. */
@Component
class ConsultationPart implements Part {

  private final Commission commission;
  private final Meetings meetings;
  private final Participation participation;
  private final Opinions opinions;
  private final Inquiries inquiries;

  ConsultationPart(
      Commission commission,
      Meetings meetings,
      Participation participation,
      Opinions opinions,
      Inquiries inquiries) {
    this.commission = commission;
    this.meetings = meetings;
    this.participation = participation;
    this.opinions = opinions;
    this.inquiries = inquiries;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    String id = programme.id();
    Map<String, Object> part = new HashMap<>();
    part.put("seats", commission.seats(id));
    part.put("meetings", meetings.of(id));
    part.put("dissents", meetings.dissents(id));
    part.put("turnout", participation.turnout(id));
    part.put(
        "heard",
        participation.heard(id).stream()
            .collect(Collectors.toMap(Participation.Heard::category, Function.identity())));
    part.put("treatment", participation.treatment(id));
    part.put("opinions", opinions.of(id));
    part.put("inquiries", inquiries.of(id));
    return part;
  }
}
