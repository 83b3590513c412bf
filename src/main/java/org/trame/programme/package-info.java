/**
 * Programmes: one contract of one municipality under one regime, and its content: perimeter, needs,
 * actions, budget, objectives, and the versions of them that were voted and approved.
 */
package org.trame.programme;
