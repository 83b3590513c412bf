package org.trame.board;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.approval.Dossier;
import org.trame.approval.Dossiers;
import org.trame.approval.Remark;
import org.trame.approval.Remarks;
import org.trame.council.CouncilSittings;
import org.trame.implementation.Extensions;
import org.trame.programme.Programme;

/** Council, approval with its remarks, extension. */
@Component
class ApprovalPart implements Part {

  private final CouncilSittings sittings;
  private final Dossiers dossiers;
  private final Remarks remarks;
  private final Extensions extensions;

  ApprovalPart(
      CouncilSittings sittings, Dossiers dossiers, Remarks remarks, Extensions extensions) {
    this.sittings = sittings;
    this.dossiers = dossiers;
    this.remarks = remarks;
    this.extensions = extensions;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    Map<Long, List<Remark>> sent = remarks.sent(programme.id());
    return Map.of(
        "sittings", sittings.of(programme.id()),
        "dossiers", dossiers.of(programme.id()).stream().map(d -> examined(d, sent)).toList(),
        "extensions", extensions.of(programme.id()));
  }

  private static Examined examined(Dossier dossier, Map<Long, List<Remark>> sent) {
    return new Examined(dossier, sent.getOrDefault(dossier.id(), List.of()));
  }

  /** A dossier with the remarks made on it. */
  record Examined(Dossier dossier, List<Remark> remarks) {

    /** Rounds in which remarks were sent, in order. */
    public List<Integer> rounds() {
      return remarks.stream().map(Remark::round).distinct().sorted().toList();
    }

    /** Remarks that still await an answer that settles them. */
    public long open() {
      return remarks.stream().filter(r -> r.state().name().equals("OPEN")).count();
    }
  }
}
