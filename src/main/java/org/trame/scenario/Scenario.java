package org.trame.scenario;

import java.util.List;

/**
 * A scenario: what happens to one or several programmes, step by step.
 *
 * @param place where it is written
 * @param name what it is about
 * @param start its first moment
 * @param steps what happens, with the steps of the files it plays
 */
record Scenario(Place place, String name, When start, List<Step> steps) {}
