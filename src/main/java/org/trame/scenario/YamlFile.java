package org.trame.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a YAML file into values that know their line, with its parameters filled in. */
final class YamlFile {

  private static final Pattern PARAMETER = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");

  private final Resource resource;
  private final Place calledFrom;
  private final Map<String, Value> parameters;

  private YamlFile(Resource resource, Place calledFrom, Map<String, Value> parameters) {
    this.resource = resource;
    this.calledFrom = calledFrom;
    this.parameters = parameters;
  }

  /**
   * Reads a file.
   *
   * @param calledFrom the step that plays it, or null
   * @throws ScenarioError if it is missing, not YAML or empty
   */
  static Value read(Resource resource, Place calledFrom) {
    String file = name(resource);
    Place top = new Place(file, 1, calledFrom, resource);
    try (InputStream stream = resource.getInputStream();
        Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Node root = new Yaml(options).compose(text);
      if (root == null) {
        throw new ScenarioError(top, "Le fichier est vide.");
      }
      return new YamlFile(resource, calledFrom, Map.of()).value(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ScenarioError(
          new Place(file, line, calledFrom, resource),
          "Ce n'est pas du YAML : " + e.getProblem() + ".");
    } catch (IOException e) {
      throw new ScenarioError(
          calledFrom == null ? top : calledFrom, "Le fichier " + file + " ne peut pas être lu.");
    }
  }

  /** The same value with {@code ${name}} replaced by the parameters. */
  static Value fillIn(Value value, Map<String, Value> parameters) {
    return new YamlFile(null, null, parameters).filled(value);
  }

  private static String name(Resource resource) {
    if (resource instanceof FileSystemResource fileSystem) {
      return fileSystem.getPath();
    }
    return resource instanceof ClassPathResource classPath
        ? classPath.getPath()
        : resource.getDescription();
  }

  private Value value(Node node) {
    Place place = place(node);
    if (node instanceof SequenceNode sequence) {
      return new Value.Items(place, sequence.getValue().stream().map(this::value).toList());
    } else if (node instanceof MappingNode mapping) {
      Map<String, Value> values = new LinkedHashMap<>();
      Map<String, Place> keys = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new ScenarioError(place(tuple.getKeyNode()), "Un nom de champ est un mot.");
        }
        if (values.putIfAbsent(key.getValue(), value(tuple.getValueNode())) != null) {
          throw new ScenarioError(place(key), "« " + key.getValue() + " » est écrit deux fois.");
        }
        keys.put(key.getValue(), place(key));
      }
      return new Value.Fields(place, values, keys);
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean empty = "tag:yaml.org,2002:null".equals(scalar.getTag().getValue());
    return new Value.Text(place, empty ? "" : scalar.getValue());
  }

  private Place place(Node node) {
    return new Place(name(resource), node.getStartMark().getLine() + 1, calledFrom, resource);
  }

  private Value filled(Value value) {
    if (value instanceof Value.Items list) {
      return new Value.Items(list.place(), list.items().stream().map(this::filled).toList());
    } else if (value instanceof Value.Fields fields) {
      Map<String, Value> values = new LinkedHashMap<>();
      fields.values().forEach((key, field) -> values.put(key, filled(field)));
      return new Value.Fields(fields.place(), values, fields.keys());
    }
    return filled((Value.Text) value);
  }

  private Value filled(Value.Text text) {
    Matcher whole = PARAMETER.matcher(text.text());
    if (whole.matches()) {
      return parameter(text.place(), whole.group(1));
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher found = PARAMETER.matcher(text.text());
    while (found.find()) {
      parts.add(text.text().substring(from, found.start()));
      Value value = parameter(text.place(), found.group(1));
      if (!(value instanceof Value.Text inserted)) {
        throw new ScenarioError(
            text.place(), "Le paramètre « " + found.group(1) + " » n'est pas un texte.");
      }
      parts.add(inserted.text());
      from = found.end();
    }
    parts.add(text.text().substring(from));
    return new Value.Text(text.place(), String.join("", parts));
  }

  private Value parameter(Place place, String name) {
    Value value = parameters.get(name);
    if (value == null) {
      throw new ScenarioError(place, "Le paramètre « " + name + " » est inconnu.");
    }
    return value;
  }
}
