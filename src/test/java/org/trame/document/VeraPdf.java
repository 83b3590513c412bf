package org.trame.document;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF finds wrong in a file. */
public final class VeraPdf {

  public static final List<PDFAFlavour> CLAIMED =
      List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

  private VeraPdf() {}

  /** The failed checks against this standard, by clause. */
  public static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var result = validator.validate(parser);
      List<String> failed =
          result.getTestAssertions().stream()
              .filter(a -> a.getStatus() != TestAssertion.Status.PASSED)
              .map(a -> flavour + " " + a.getRuleId().getClause() + " " + a.getMessage())
              .distinct()
              .toList();
      if (result.getTotalAssertions() == 0 || result.isCompliant() != failed.isEmpty()) {
        throw new AssertionError("veraPDF checked nothing, or contradicts itself: " + failed);
      }
      return failed;
    }
  }
}
