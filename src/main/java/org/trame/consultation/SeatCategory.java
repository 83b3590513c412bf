package org.trame.consultation;

import java.time.LocalDate;
import java.util.List;

/**
 * The seats of a category, as anybody may see them: no names.
 *
 * @param category code; its text is the message {@code seat-category.<code>}
 * @param kind how the number is fixed
 * @param seats the number, 0 if {@link Kind#FREE}
 * @param hard whether the commission cannot be designated without them
 * @param source where the number comes from
 * @param vacancyReason why seats stay vacant, or null
 * @param holders seats somebody holds or will hold
 */
public record SeatCategory(
    String category,
    Kind kind,
    int seats,
    boolean hard,
    String source,
    String vacancyReason,
    List<Holder> holders) {

  /** How many seats have a holder. */
  public int filled() {
    return (int) holders.stream().map(Holder::seat).distinct().count();
  }

  /** How many of the seats the regime asks for have none. */
  public int vacant() {
    return Math.max(0, seats - filled());
  }

  /** How the number of seats is fixed. */
  public enum Kind {
    /** At least that many. */
    MINIMUM,
    /** That many, no more. */
    EXACT,
    /** As many as is decided locally. */
    FREE
  }

  /**
   * A seat with a holder.
   *
   * @param seat what the seat is called
   * @param number its number within the category
   * @param organisation whom the holder represents, or null
   * @param from first day of the mandate
   * @param to last day of the mandate, or null
   * @param designated whether the council has designated the holder
   */
  public record Holder(
      String seat,
      int number,
      String organisation,
      LocalDate from,
      LocalDate to,
      boolean designated) {

    static Holder of(Mandate mandate) {
      return new Holder(
          mandate.seat(),
          mandate.number(),
          mandate.organisation(),
          mandate.from(),
          mandate.to(),
          mandate.designatedOn() != null);
    }
  }
}
