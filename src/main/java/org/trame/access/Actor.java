package org.trame.access;

import java.util.List;

/**
 * Whoever acts: a person with an account, or the system.
 *
 * @param userId account, or {@link #SYSTEM}
 * @param groups engine groups the account belongs to
 */
public record Actor(String userId, List<String> groups) {

  /** User id of the program itself: timers and automatic steps. */
  public static final String SYSTEM = "trame";

  /** Whether the program itself acts. */
  public boolean isSystem() {
    return SYSTEM.equals(userId);
  }

  /** Whether the actor holds this role somewhere. */
  public boolean holds(Role role) {
    return groups.stream().anyMatch(g -> g.equals(role.code()) || g.startsWith(role.code() + "-"));
  }

  /** Whether the actor is a member of this group. */
  public boolean in(String group) {
    return groups.contains(group);
  }
}
