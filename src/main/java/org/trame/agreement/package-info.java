/**
 * Agreements of programmes: their text by version, who signs it and in which order, what each party
 * said of it, and when it came into force. Assent has three states that are never counted together:
 * explicit, tacit (by which clock), refused.
 */
package org.trame.agreement;
