package org.trame.workflow;

import java.time.Instant;
import java.util.List;

/**
 * A task somebody has to do.
 *
 * @param id engine id
 * @param key task definition key, for example {@code Task_RecordVote}
 * @param process process definition key
 * @param name French name in the model
 * @param subject programme or selection round
 * @param about which of several things of the subject it is about (a reference), or empty
 * @param since when it was opened
 * @param due when it is due, or null
 * @param groups candidate groups
 * @param assignee account it is assigned to, or null
 * @param instance process instance it belongs to
 * @param limit step of the time limits it carries in its model, or null
 */
public record OpenTask(
    String id,
    String key,
    String process,
    String name,
    String subject,
    String about,
    Instant since,
    Instant due,
    List<String> groups,
    String assignee,
    String instance,
    String limit) {}
