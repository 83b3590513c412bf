package org.trame.document;

import org.trame.input.Hidden;
import org.trame.input.LongText;

/**
 * What a municipality wants a kind of document to say.
 *
 * @param basedOn number of the version it was written on
 * @param templateText the text
 */
public record WriteTemplate(@Hidden Integer basedOn, @LongText String templateText) {}
