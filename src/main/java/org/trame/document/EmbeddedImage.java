package org.trame.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An image that is part of a page: PNG in a {@code data:} address. */
final class EmbeddedImage {

  static final String START = "data:image/png;base64,";

  /** The width of a page at 300 dpi, squared; beyond it, an image is a bomb. */
  private static final long MOST_PIXELS = 6_000_000;

  private EmbeddedImage() {}

  static boolean isSound(String address) {
    if (!address.startsWith(START)) {
      return false;
    }
    try (ImageInputStream in =
        ImageIO.createImageInputStream(
            new ByteArrayInputStream(
                Base64.getDecoder().decode(address.substring(START.length()))))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return "png".equals(reader.getFormatName())
            && (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS
            && reader.read(0) != null;
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
