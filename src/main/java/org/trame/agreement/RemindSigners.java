package org.trame.agreement;

/** Those whose signature is awaited are reminded. Nothing to be typed. */
public record RemindSigners() {}
