package org.trame.programme;

/**
 * An amendment of a programme has ended, in the transaction in which it does.
 *
 * @param programme id of the programme
 * @param amendment the amendment, as it ended
 */
public record AmendmentClosed(String programme, Amendment amendment) {}
