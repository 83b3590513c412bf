package org.trame.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * HTML as PDF/A-3a and PDF/UA-1 in one file: tagged, with its fonts in it. Nothing is loaded from
 * elsewhere: an image is part of the HTML.
 */
@Component
class PdfWriter {

  static {
    // It tells of every font and style sheet on the error stream.
    XRLog.listRegisteredLoggers().forEach(l -> XRLog.setLevel(l, Level.WARNING));
  }

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  byte[] write(String html) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useUriResolver((base, uri) -> uri.startsWith(EmbeddedImage.START) ? uri : null);
    builder.useFont(
        () -> font("DejaVuSansCondensed.ttf"), "Trame", REGULAR, FontStyle.NORMAL, true);
    builder.useFont(
        () -> font("DejaVuSansCondensed-Bold.ttf"), "Trame", BOLD, FontStyle.NORMAL, true);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer("Trame");
    builder.withHtmlContent(html, null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font(String file) {
    try {
      return new ClassPathResource("fonts/" + file).getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
