package org.trame.scenario;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;

/** Signs PDFs with certificates of the demonstration's authority, for tests of other modules. */
@TestComponent
public class TestCertificates {

  private final DemoCertificates certificates;
  private final Clock time;

  TestCertificates(DemoCertificates certificates, Clock time) {
    this.certificates = certificates;
    this.time = time;
  }

  /** Signs now, with a certificate made for this person. */
  public byte[] sign(byte[] pdf, String person) {
    return certificates.sign(pdf, person, time.instant());
  }
}
