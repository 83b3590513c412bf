package org.trame.tasklist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.access.Role;
import org.trame.language.Languages;
import org.trame.language.Messages;

/** Brings the lists of Tasklist in line with {@code tasklist/filters.yaml} at each start. */
@Component
class Filters implements InitializingBean {

  private static final String KEY = "key";

  private final ProcessEngine engine;
  private final FilterService filters;
  private final AuthorizationService authorisations;
  private final Messages messages;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;

  Filters(
      ProcessEngine engine, Messages messages, ObjectMapper json, TransactionTemplate transaction) {
    this.engine = engine;
    this.filters = engine.getFilterService();
    this.authorisations = engine.getAuthorizationService();
    this.messages = messages;
    this.json = json;
    this.transaction = transaction;
  }

  record Shared(String key, Map<String, Object> query) {}

  @Override
  public void afterPropertiesSet() {
    transaction.executeWithoutResult(t -> apply());
  }

  private void apply() {
    Map<String, Filter> present = new HashMap<>();
    for (Filter filter : filters.createTaskFilterQuery().list()) {
      Object key = filter.getProperties() == null ? null : filter.getProperties().get(KEY);
      if (key != null) {
        present.put(key.toString(), filter);
      }
    }
    List<Shared> wanted = wanted();
    for (int place = 0; place < wanted.size(); place++) {
      Shared shared = wanted.get(place);
      Filter filter = present.remove(shared.key());
      if (filter == null) {
        save(filters.newTaskFilter(), shared, place);
      } else {
        save(filter, shared, place);
      }
    }
    present.values().forEach(obsolete -> filters.deleteFilter(obsolete.getId()));
  }

  private void save(Filter filter, Shared shared, int place) {
    filter.setName(messages.say(Languages.FRENCH, "filter." + shared.key()));
    filter.setProperties(
        Map.of(KEY, shared.key(), "priority", place, "refresh", true, "color", "#0b5c6b"));
    TaskQueryDto query = json.convertValue(shared.query(), TaskQueryDto.class);
    query.setObjectMapper(json);
    filter.setQuery(query.toQuery(engine));
    filters.saveFilter(filter);
    Set<String> readers =
        authorisations
            .createAuthorizationQuery()
            .resourceType(Resources.FILTER)
            .resourceId(filter.getId())
            .list()
            .stream()
            .map(Authorization::getGroupId)
            .collect(Collectors.toSet());
    Role.working().stream()
        .filter(role -> !readers.contains(role.code()))
        .forEach(role -> share(filter, role));
  }

  private void share(Filter filter, Role role) {
    Authorization read = authorisations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    read.setGroupId(role.code());
    read.setResource(Resources.FILTER);
    read.setResourceId(filter.getId());
    read.addPermission(Permissions.READ);
    authorisations.saveAuthorization(read);
  }

  private static List<Shared> wanted() {
    try (InputStream file = new ClassPathResource("tasklist/filters.yaml").getInputStream()) {
      return new YAMLMapper().readValue(file, new TypeReference<List<Shared>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
