/**
 * Organisations that take part in programmes, the people who act for them, and the mandates that
 * say who may sign, give an opinion or decide, until when and up to what amount.
 */
package org.trame.party;
