package org.trame.commitment;

/** The other side consents to the change that is proposed. */
public record AcceptChange() {}
