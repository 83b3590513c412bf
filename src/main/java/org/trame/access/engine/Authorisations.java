package org.trame.access.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.access.Role;

/**
 * Brings the engine's authorisations of the roles in line with {@code access/authorisations.yaml}
 * at each start. Those the engine makes itself, on single tasks, groups and filters, are left
 * alone.
 */
@Component
class Authorisations implements InitializingBean {

  private static final Set<Integer> MADE_ELSEWHERE =
      Set.of(
          Resources.TASK.resourceType(),
          Resources.GROUP.resourceType(),
          Resources.FILTER.resourceType());

  private final ProcessEngine engine;
  private final TransactionTemplate transaction;

  Authorisations(ProcessEngine engine, TransactionTemplate transaction) {
    this.engine = engine;
    this.transaction = transaction;
  }

  record Rule(List<String> roles, List<Grant> grants) {}

  record Grant(Resources resource, String id, List<String> permissions) {}

  private record Place(String role, int resource, String id) {}

  @Override
  public void afterPropertiesSet() {
    transaction.executeWithoutResult(t -> apply());
  }

  private void apply() {
    AuthorizationService service = engine.getAuthorizationService();
    Map<Place, Set<Permission>> wanted = wanted();
    String[] roles = Arrays.stream(Role.values()).map(Role::code).toArray(String[]::new);
    Map<Place, Authorization> present = new HashMap<>();
    for (Authorization a : service.createAuthorizationQuery().groupIdIn(roles).list()) {
      Place place = new Place(a.getGroupId(), a.getResourceType(), a.getResourceId());
      if (wanted.containsKey(place)) {
        present.put(place, a);
      } else if (!MADE_ELSEWHERE.contains(a.getResourceType())) {
        service.deleteAuthorization(a.getId());
      }
    }
    wanted.forEach(
        (place, permissions) -> {
          Authorization a = present.get(place);
          if (a == null) {
            a = service.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            a.setGroupId(place.role());
            a.setResourceType(place.resource());
            a.setResourceId(place.id());
          }
          a.setPermissions(permissions.toArray(Permission[]::new));
          service.saveAuthorization(a);
        });
  }

  private Map<Place, Set<Permission>> wanted() {
    var names = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    Map<Place, Set<Permission>> wanted = new LinkedHashMap<>();
    for (Rule rule : rules()) {
      for (String role : roles(rule)) {
        for (Grant grant : rule.grants()) {
          int resource = grant.resource().resourceType();
          Set<Permission> permissions =
              wanted.computeIfAbsent(new Place(role, resource, grant.id()), p -> new HashSet<>());
          grant
              .permissions()
              .forEach(
                  name ->
                      permissions.add(
                          names.getPermissionProvider().getPermissionForName(name, resource)));
        }
      }
    }
    return wanted;
  }

  private static List<String> roles(Rule rule) {
    return rule.roles().contains("working")
        ? Role.working().stream().map(Role::code).toList()
        : rule.roles().stream().map(r -> Role.of(r).code()).toList();
  }

  private static List<Rule> rules() {
    try (InputStream file = new ClassPathResource("access/authorisations.yaml").getInputStream()) {
      return new YAMLMapper().readValue(file, new TypeReference<List<Rule>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
