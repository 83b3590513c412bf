/**
 * Following up and learning: the report of each year of the implementation, the final evaluation by
 * somebody independent, the lessons, the closing. Control, follow-up and evaluation are three
 * different things; where each rule comes from is in the table {@code EvaluationRules}.
 */
package org.trame.evaluation;
