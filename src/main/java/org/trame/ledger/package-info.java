/**
 * Evidence of what happened: every act of business meaning, appended in the act's own transaction.
 */
package org.trame.ledger;
