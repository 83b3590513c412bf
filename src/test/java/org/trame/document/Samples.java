package org.trame.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small files, good and bad. */
public final class Samples {

  private Samples() {}

  /** A PDF of one empty page. */
  public static byte[] pdf() throws IOException {
    return pdf(null, null);
  }

  /** A PDF of one page, protected unless the owner's password is null. */
  static byte[] pdf(String owner, String user) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      if (owner != null) {
        pdf.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  /** A document as Trame writes them: PDF/A-3a and PDF/UA-1, several pages. */
  public static byte[] printed(String title) {
    String paragraphs = "<p>Les partenaires conviennent de ce qui suit.</p>".repeat(60);
    return new PdfWriter()
        .write(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\"><head><title>%1$s</title><meta name=\"description\" content=\"%1$s\"/><style>body { font-family: Trame }</style></head><body><h1>%1$s</h1>%2$s</body></html>"
                .formatted(title, paragraphs));
  }

  /** An image of this format. */
  public static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
