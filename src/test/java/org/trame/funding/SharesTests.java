package org.trame.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Not a cent is lost or invented. */
class SharesTests {

  @Test
  void theRemainingCentGoesToTheFirst() {
    BigDecimal tenth = Shares.percent(new BigDecimal("2500000.00"), new BigDecimal("10"));
    assertThat(tenth).isEqualTo("250000.00");
    assertThat(Shares.divide(tenth, 3))
        .containsExactly(
            new BigDecimal("83333.34"), new BigDecimal("83333.33"), new BigDecimal("83333.33"));
  }

  @Test
  void aPercentageIsRoundedToTheCent() {
    assertThat(Shares.percent(new BigDecimal("25.05"), new BigDecimal("10"))).isEqualTo("2.51");
  }

  @Property
  void partsAddUpAndDifferByACentAtMost(
      @ForAll @BigRange(min = "0", max = "99999999.99") @Scale(2) BigDecimal amount,
      @ForAll @IntRange(min = 1, max = 30) int parts) {
    List<BigDecimal> divided = Shares.divide(amount, parts);
    assertThat(divided).hasSize(parts);
    assertThat(Shares.sum(divided)).isEqualByComparingTo(amount);
    assertThat(Collections.max(divided).subtract(Collections.min(divided)))
        .isLessThanOrEqualTo(new BigDecimal("0.01"));
    assertThat(divided).isSortedAccordingTo(Collections.reverseOrder());
  }
}
