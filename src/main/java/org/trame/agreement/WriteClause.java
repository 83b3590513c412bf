package org.trame.agreement;

import org.trame.input.Hidden;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A clause to be written or changed.
 *
 * @param id number of the clause that is changed; empty: a new one at the end
 * @param clauseHeading its heading
 * @param clauseBody what it says
 * @param clauseAction action of the programme it carries out
 */
public record WriteClause(
    @Hidden String id,
    String clauseHeading,
    @LongText String clauseBody,
    @MayBeEmpty @OneOf("agreementActions") String clauseAction) {}
