package org.trame.party;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * How what a mandate's holder followed goes on.
 *
 * @param handoverTo number of the person who takes over; empty: nobody yet
 * @param handoverNote what there is to know
 */
public record HandOver(
    @MayBeEmpty @OneOf("handoverPersons") String handoverTo, @LongText String handoverNote) {}
