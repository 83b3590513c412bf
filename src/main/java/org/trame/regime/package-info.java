/**
 * Regimes: one legal scheme in one version each. A regime is a folder of models, decision tables
 * and texts; this module finds them and asks their tables. It names no regime.
 */
package org.trame.regime;
