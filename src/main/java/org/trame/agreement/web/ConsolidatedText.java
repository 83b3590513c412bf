package org.trame.agreement.web;

import java.util.Map;

/**
 * The text of an agreement that was in force on a day.
 *
 * @param version the version
 * @param text what it says
 * @param since for each clause, by number, the version since which it is as it is
 * @param change what the version changed in the one before, or null
 */
public record ConsolidatedText(
    AgreementView.Version version,
    AgreementView.Text text,
    Map<Integer, Integer> since,
    AgreementView.Change change) {}
