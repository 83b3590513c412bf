package org.trame.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trame.input.Refusal;

/**
 * The file that carries signatures, before they are looked at: it is the original, continued by
 * signatures and nothing else, each over everything before it.
 */
final class SignedFile {

  private static final Logger LOG = LoggerFactory.getLogger(SignedFile.class);
  private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final String END = "%%EOF";

  /** How far from its end a PDF may say that it ends. */
  private static final int TAIL = 1024;

  private SignedFile() {}

  static Refusal refused(String why, Object... args) {
    return Refusal.at("file", "refusal.signature." + why, args);
  }

  /**
   * Checks the form of a file.
   *
   * @throws Refusal if it is not what its signers were to sign
   */
  static void check(byte[] signed, byte[] original) {
    if (!startsWith(signed, HEADER)) {
      throw refused("notPdf");
    }
    if (!text(signed, Math.max(0, signed.length - TAIL), signed.length).contains(END)) {
      throw refused("broken");
    }
    try (PDDocument last = Loader.loadPDF(signed)) {
      if (last.isEncrypted()) {
        throw refused("encrypted");
      }
      List<PDSignature> signatures = last.getSignatureDictionaries();
      if (signatures.isEmpty()) {
        throw refused("unsigned");
      }
      if (!startsWith(signed, original)) {
        throw refused("other");
      }
      for (PDSignature signature : signatures) {
        checkRange(signature, signed);
      }
      onlySigned(original, last);
      signatures.sort(Comparator.comparingInt(SignedFile::end));
      for (PDSignature signature : signatures) {
        onlySigned(Arrays.copyOf(signed, end(signature)), last);
      }
      checkEnd(signed, end(signatures.get(signatures.size() - 1)), last);
    } catch (InvalidPasswordException e) {
      throw refused("encrypted");
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      LOG.debug("Not read to its end", e);
      throw refused("broken");
    }
  }

  /** A signature covers the file from its beginning to an end of it, less its own bytes. */
  private static void checkRange(PDSignature signature, byte[] file) {
    int[] range = signature.getByteRange();
    boolean whole =
        range != null
            && range.length == 4
            && range[0] == 0
            && range[1] > 0
            && range[2] > range[1] + 1
            && range[3] > 0
            && range[3] <= file.length - range[2]
            && file[range[1]] == '<'
            && file[range[2] - 1] == '>'
            && isContents(signature, text(file, range[1] + 1, range[2] - 1))
            && text(file, range[2], range[2] + range[3]).stripTrailing().endsWith(END);
    if (!whole) {
      throw refused("partial");
    }
  }

  private static boolean isContents(PDSignature signature, String gap) {
    return gap.length() % 2 == 0
        && gap.matches("[0-9A-Fa-f]*")
        && signature.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSString own
        && own.toHexString().equalsIgnoreCase(gap);
  }

  private static int end(PDSignature signature) {
    return signature.getByteRange()[2] + signature.getByteRange()[3];
  }

  private static void onlySigned(byte[] revision, PDDocument last) throws IOException {
    try (PDDocument before = Loader.loadPDF(revision)) {
      if (!Additions.areSignatures(before, last)) {
        throw refused("altered");
      }
    }
  }

  /** After the last signature, only what helps to check the certificates may follow. */
  private static void checkEnd(byte[] file, int end, PDDocument last) throws IOException {
    if (text(file, end, file.length).isBlank()) {
      return;
    }
    try (PDDocument before = Loader.loadPDF(Arrays.copyOf(file, end))) {
      if (!Additions.areValidationData(before, last)) {
        throw refused("altered");
      }
    }
  }

  private static boolean startsWith(byte[] file, byte[] beginning) {
    return file.length >= beginning.length
        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static String text(byte[] file, int from, int to) {
    return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
