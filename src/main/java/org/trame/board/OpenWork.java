package org.trame.board;

import java.time.LocalDate;

/**
 * A task as a person sees it on a page.
 *
 * @param id engine id, for the link to the task list
 * @param name what is to be done, in the reader's language
 * @param subject programme or round
 * @param subjectName what people call it
 * @param holders who holds the file: the roles that may do the task
 * @param since day it was opened
 * @param due last day, or null
 * @param clock id of the clock that says why, or null
 * @param late whether that day has passed
 * @param mine whether the reader may do it
 */
public record OpenWork(
    String id,
    String name,
    String subject,
    String subjectName,
    String holders,
    LocalDate since,
    LocalDate due,
    Long clock,
    boolean late,
    boolean mine) {}
