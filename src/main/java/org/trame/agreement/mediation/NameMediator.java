package org.trame.agreement.mediation;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The mediator the parties accept.
 *
 * @param mediatorFound whether they accept one
 * @param mediator number of the person, if they do
 * @param mediatorConsent the act by which they accept him, or why there is none
 */
public record NameMediator(
    MediatorFound mediatorFound,
    @MayBeEmpty @OneOf("mediators") String mediator,
    @LongText String mediatorConsent) {}
