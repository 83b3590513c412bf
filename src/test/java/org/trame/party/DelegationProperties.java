package org.trame.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A delegation is accepted exactly if whatever it allows, the delegated mandate allows too. */
class DelegationProperties {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 8;
  private static final int EUROS = 5;

  @Property(tries = 5000)
  void isNeverWider(@ForAll("extents") Extent derived, @ForAll("extents") Extent source) {
    boolean covered =
        Stream.of(Power.values())
            .allMatch(
                power ->
                    days()
                        .allMatch(
                            day ->
                                amounts()
                                    .allMatch(
                                        amount ->
                                            !allows(derived, power, day, amount)
                                                || allows(source, power, day, amount))));
    assertThat(derived.within(source)).isEqualTo(covered);
  }

  private static boolean allows(Extent extent, Power power, LocalDate day, BigDecimal amount) {
    return extent.powers().contains(power) && extent.contains(day) && extent.allows(amount);
  }

  /** The last stands for any later one: no period that ends does so then. */
  private static Stream<LocalDate> days() {
    return IntStream.rangeClosed(0, 2 * DAYS + 1).mapToObj(FIRST::plusDays);
  }

  private static Stream<BigDecimal> amounts() {
    return IntStream.rangeClosed(1, EUROS + 1).mapToObj(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<Extent> extents() {
    Arbitrary<Set<Power>> powers =
        Arbitraries.of(Power.values()).set().ofMinSize(1).ofMaxSize(Power.values().length);
    Arbitrary<Integer> from = Arbitraries.integers().between(0, DAYS);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, DAYS).injectNull(0.3);
    Arbitrary<Integer> ceiling = Arbitraries.integers().between(1, EUROS).injectNull(0.3);
    return Combinators.combine(powers, from, length, ceiling)
        .as(
            (p, f, l, c) ->
                new Extent(
                    p,
                    FIRST.plusDays(f),
                    l == null ? null : FIRST.plusDays(f + l),
                    c == null ? null : BigDecimal.valueOf(c)));
  }
}
