package org.trame.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.trame.input.Refusal;

/** What an uploaded file must be: small enough, of a known type by its content, sound, clean. */
@Component
class UploadChecks {

  /** Endings of the names, as the browser wants them. */
  static final String ACCEPTED = ".pdf,.png,.jpg,.jpeg";

  private static final String PDF = "application/pdf";
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          PDF,
          List.of(".pdf"),
          "image/png",
          List.of(".png"),
          "image/jpeg",
          List.of(".jpg", ".jpeg"));

  /** A page of A2 at 600 dpi; beyond it, an image is a bomb. */
  private static final long MOST_PIXELS = 150_000_000;

  /** How far from its end a PDF may say that it ends. */
  private static final int TAIL = 1024;

  private final int limit;
  private final VirusScan viruses;

  UploadChecks(@Value("${trame.documents.max-size}") DataSize limit, VirusScan viruses) {
    this.limit = Math.toIntExact(limit.toBytes());
    this.viruses = viruses;
  }

  /** Known types, read when the first file comes. */
  private static final class Types {
    static final Tika TIKA = new Tika();
  }

  /**
   * A file that may be stored.
   *
   * @param name name without folders
   * @param mediaType type by content
   */
  record Checked(String name, String mediaType, byte[] content) {}

  /**
   * Reads a file, never further than the limit.
   *
   * @throws Refusal if it may not be stored
   */
  Checked check(String name, InputStream file) throws IOException {
    byte[] content = file.readNBytes(limit + 1);
    if (content.length == 0) {
      throw Refusal.at("file", "refusal.document.empty");
    }
    if (content.length > limit) {
      throw tooLarge(DataSize.ofBytes(limit));
    }
    String mediaType = Types.TIKA.detect(content);
    if (!ENDINGS.containsKey(mediaType)) {
      throw Refusal.at("file", "refusal.document.type");
    }
    String plain = plain(name);
    if (ENDINGS.get(mediaType).stream().noneMatch(plain.toLowerCase(Locale.ROOT)::endsWith)) {
      throw Refusal.at(
          "file", "refusal.document.ending", plain, ENDINGS.get(mediaType).get(0).substring(1));
    }
    if (PDF.equals(mediaType)) {
      checkPdf(content);
    } else {
      checkImage(content);
    }
    viruses.check(content);
    return new Checked(plain, mediaType, content);
  }

  /** The refusal of a file that is too large. */
  static Refusal tooLarge(DataSize limit) {
    return Refusal.at("file", "refusal.document.tooLarge", limit.toMegabytes());
  }

  private static void checkPdf(byte[] content) {
    int from = Math.max(0, content.length - TAIL);
    String tail = new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    if (!tail.contains("%%EOF")) {
      throw Refusal.at("file", "refusal.document.broken");
    }
    try (PDDocument pdf = Loader.loadPDF(content)) {
      if (pdf.isEncrypted()) {
        throw Refusal.at("file", "refusal.document.encrypted");
      }
      if (pdf.getNumberOfPages() == 0) {
        throw Refusal.at("file", "refusal.document.broken");
      }
      for (PDPage page : pdf.getPages()) {
        page.getMediaBox();
      }
    } catch (InvalidPasswordException e) {
      throw Refusal.at("file", "refusal.document.encrypted");
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw Refusal.at("file", "refusal.document.broken");
    }
  }

  private static void checkImage(byte[] content) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw Refusal.at("file", "refusal.document.brokenImage");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw Refusal.at("file", "refusal.document.brokenImage");
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.at("file", "refusal.document.brokenImage");
    }
  }

  private static String plain(String name) {
    String last = name == null ? "" : name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
    if (plain.isEmpty() || plain.length() > 200) {
      throw Refusal.at("file", "refusal.document.name");
    }
    return plain;
  }
}
