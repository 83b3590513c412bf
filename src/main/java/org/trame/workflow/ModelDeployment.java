package org.trame.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms of the class path under the same name from a folder or a jar, such
 * as {@code bpmn/phases/CouncilVote.bpmn}. A start deploys what changed since the previous one,
 * after every {@link ModelCheck} has found nothing wrong.
 *
 * <p>The starter's own deployment names a resource by its absolute path when run from {@code
 * target/classes}, and by its bare file name from a jar.
 */
@Component
class ModelDeployment extends AbstractCamundaConfiguration
    implements CamundaDeploymentConfiguration {

  private final List<ModelCheck> checks;

  ModelDeployment(List<ModelCheck> checks) {
    this.checks = checks;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuration) {
    if (camundaBpmProperties.isAutoDeploymentEnabled()) {
      Set<Resource> models = getDeploymentResources();
      List<ModelFile> files = models.stream().map(Model.class::cast).map(Model::file).toList();
      checks.forEach(check -> check.check(files));
      configuration.setDeploymentName("trame");
      configuration.setDeployChangedOnly(true);
      configuration.setDeploymentResources(models.toArray(Resource[]::new));
    }
  }

  @Override
  public Set<Resource> getDeploymentResources() {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    return Stream.of(camundaBpmProperties.getDeploymentResourcePattern())
        .flatMap(pattern -> find(resolver, pattern))
        .sorted(Comparator.comparing(Model::getPathWithinContext))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A pattern reads {@code classpath*:folder/**}; a resource is named from that folder on. */
  private static Stream<Model> find(PathMatchingResourcePatternResolver resolver, String pattern) {
    String root = pattern.substring(0, pattern.indexOf('/') + 1);
    String folder = root.substring(root.indexOf(':') + 1);
    try {
      List<Model> models = new ArrayList<>();
      for (Resource top : resolver.getResources(root)) {
        String prefix = top.getURL().toString();
        for (Resource resource : resolver.getResources(pattern)) {
          String url = resource.getURL().toString();
          if (url.startsWith(prefix)) {
            models.add(new Model(resource, folder + url.substring(prefix.length())));
          }
        }
      }
      return models.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A resource with a name of its own. */
  private static final class Model extends AbstractResource implements ContextResource {

    private final Resource resource;
    private final String name;

    Model(Resource resource, String name) {
      this.resource = resource;
      this.name = name;
    }

    ModelFile file() {
      try {
        return new ModelFile(name, resource.getContentAsByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getPathWithinContext() {
      return name;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return resource.getInputStream();
    }

    @Override
    public String getDescription() {
      return name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Model model && model.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
