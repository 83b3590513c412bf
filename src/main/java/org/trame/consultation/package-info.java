/**
 * The opinions a programme is submitted to before the council votes: the consultative commission
 * (its seats, meetings and opinions), the public inquiry, the concertation commission. Every
 * opinion and observation gets a reply, and what each person said is kept, dissent included.
 *
 * <p>People are named in this module's tables only. Whatever leaves it names a seat: {@code
 * INHABITANT-3} is the third seat of the inhabitants.
 */
package org.trame.consultation;
