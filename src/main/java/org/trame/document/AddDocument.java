package org.trame.document;

import java.util.UUID;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/** A file added to a programme, and what it is. */
record AddDocument(
    UUID documentFile,
    @MayBeEmpty String documentTitle,
    @MayBeEmpty @LongText String documentDescription) {}
