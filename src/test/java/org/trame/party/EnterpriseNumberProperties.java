package org.trame.party;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The check digits of enterprise numbers. */
class EnterpriseNumberProperties {

  @Property(tries = 1000)
  void theCheckDigitsAreFound(@ForAll @IntRange(max = 19_999_999) int eight) {
    String first = "%08d".formatted(eight);
    int valid = 0;
    for (int check = 0; check < 100; check++) {
      boolean found = EnterpriseNumber.parse(first + "%02d".formatted(check)).isPresent();
      if (found) {
        valid++;
        assertThat((eight + check) % 97).as(first + " " + check).isZero();
        assertThat(check).isBetween(1, 97);
      }
    }
    assertThat(valid).isEqualTo(1);
  }

  @Property(tries = 1000)
  void anyChangeOfOneDigitIsRefused(
      @ForAll @IntRange(max = 19_999_999) int eight,
      @ForAll @IntRange(max = 9) int place,
      @ForAll @IntRange(max = 9) int digit) {
    String first = "%08d".formatted(eight);
    StringBuilder number = new StringBuilder(first + EnterpriseNumber.check(first));
    assertThat(EnterpriseNumber.parse(number.toString())).isPresent();
    Assume.that(number.charAt(place) != '0' + digit);
    number.setCharAt(place, (char) ('0' + digit));
    assertThat(EnterpriseNumber.parse(number.toString())).isEmpty();
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadAgain(@ForAll @IntRange(max = 19_999_999) int eight) {
    String first = "%08d".formatted(eight);
    EnterpriseNumber number = new EnterpriseNumber(first + EnterpriseNumber.check(first));
    assertThat(EnterpriseNumber.parse(number.toString())).contains(number);
    assertThat(EnterpriseNumber.parse("BE " + number)).contains(number);
  }

  @Example
  void isWrittenWithPoints() {
    assertThat(EnterpriseNumber.parse("0123456749").orElseThrow()).hasToString("0123.456.749");
    assertThat(EnterpriseNumber.parse("2123456749")).isEmpty();
    assertThat(EnterpriseNumber.parse("123456749")).isEmpty();
    assertThat(EnterpriseNumber.parse("")).isEmpty();
    assertThat(EnterpriseNumber.parse("vingt")).isEmpty();
  }
}
