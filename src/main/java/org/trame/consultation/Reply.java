package org.trame.consultation;

import java.time.LocalDate;

/**
 * The municipality's reply.
 *
 * @param outcome what becomes of the opinion
 * @param reason why
 * @param repliedOn day of the reply
 */
public record Reply(ReplyOutcome outcome, String reason, LocalDate repliedOn) {}
