package org.trame.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What people do in a programme. A role is held within a scope: a municipality (its NIS code) or a
 * region (its code in lower case). The engine's group is {@code <role>-<scope>}.
 */
public enum Role {
  /** Drives the programme for the municipality. */
  COORDINATOR("coordinator", Scope.MUNICIPALITY),
  /** Convenes the municipal council and records its votes. */
  COUNCIL_SECRETARY("council-secretary", Scope.MUNICIPALITY),
  /** Heads the coordinator's department: told first of late work. */
  DEPARTMENT_HEAD("department-head", Scope.MUNICIPALITY),
  /** Alderman: late work of the municipality is escalated to him in the end. */
  ALDERMAN("alderman", Scope.MUNICIPALITY),
  /** Sits in the consultative commission. */
  COMMISSION_MEMBER("commission-member", Scope.MUNICIPALITY),
  /** Examines dossiers for the Region. */
  REGION_EXAMINER("region-examiner", Scope.REGION),
  /** Decides for the regional Government. */
  REGION_DECIDER("region-decider", Scope.REGION),
  /** Directs the regional administration: told of its late work. */
  REGION_DIRECTOR("region-director", Scope.REGION),
  /** Evaluates; belongs to neither funder nor promoter. */
  EVALUATOR("evaluator", Scope.REGION),
  /** Acts for an organisation that takes part in programmes: see {@link #ofParty}. */
  PARTNER("party", Scope.ORGANISATION),
  /** Reads everything, changes nothing. */
  AUDITOR("auditor", Scope.NONE),
  /** Keeps accounts; takes no part in programmes. */
  ADMINISTRATOR("camunda-admin", Scope.NONE);

  /** What a role is held within. */
  public enum Scope {
    MUNICIPALITY,
    REGION,
    ORGANISATION,
    NONE
  }

  private final String code;
  private final Scope scope;

  Role(String code, Scope scope) {
    this.code = code;
    this.scope = scope;
  }

  /** Code used in models and group ids. */
  public String code() {
    return code;
  }

  /** What the role is held within. */
  public Scope scope() {
    return scope;
  }

  /**
   * The engine group of this role.
   *
   * @param nis NIS code of the municipality, for a municipal role
   * @param region code of the region, for a regional role
   */
  public String group(String nis, String region) {
    return switch (scope) {
      case MUNICIPALITY -> code + "-" + nis;
      case REGION -> code + "-" + region.toLowerCase(java.util.Locale.ROOT);
      case ORGANISATION, NONE -> code;
    };
  }

  /** The engine group of those who act for the organisation of this number. */
  public static String ofParty(long party) {
    return PARTNER.code + "-" + party;
  }

  /** The role an engine group stands for, or empty if it stands for none. */
  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values())
        .filter(r -> group.equals(r.code) || group.startsWith(r.code + "-"))
        .findFirst();
  }

  /** The roles that have tasks. */
  public static List<Role> working() {
    return Arrays.stream(values()).filter(r -> r.scope != Scope.NONE).toList();
  }

  /**
   * The role with this code.
   *
   * @throws IllegalArgumentException if a model names a role that does not exist
   */
  public static Role of(String code) {
    for (Role role : values()) {
      if (role.code.equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException("No role " + code);
  }
}
