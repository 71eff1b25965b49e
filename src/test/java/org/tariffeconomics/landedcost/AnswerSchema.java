package org.tariffeconomics.landedcost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The bundled schema of stored answers, applied by the words of JSON Schema that it uses: {@code
 * $ref, oneOf, anyOf, type, properties, required, items, const, enum, pattern}. Any other word in
 * it is refused, so that none is passed over.
 */
final class AnswerSchema {

  private static final Set<String> COMMENTS =
      Set.of("$schema", "$id", "$defs", "title", "description");

  private final JsonNode root;

  private AnswerSchema(JsonNode root) {
    this.root = root;
  }

  static AnswerSchema load() throws IOException {
    try (InputStream in =
        EntryRecord.class.getResourceAsStream("/org/tariffeconomics/answers.schema.json")) {
      return new AnswerSchema(new ObjectMapper().readTree(Objects.requireNonNull(in)));
    }
  }

  /** What does not fit; empty where all does. */
  List<String> faults(JsonNode value) {
    return faults(root, value, "$");
  }

  private List<String> faults(JsonNode schema, JsonNode value, String path) {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      if (!COMMENTS.contains(each.getKey())) {
        faults.addAll(word(each.getKey(), each.getValue(), value, path));
      }
    }
    return faults;
  }

  private List<String> word(String word, JsonNode said, JsonNode value, String path) {
    return switch (word) {
      case "$ref" -> faults(target(said.asText()), value, path);
      case "oneOf" -> alternatives(said, value, path, true);
      case "anyOf" -> alternatives(said, value, path, false);
      case "type" -> isOfType(said, value) ? List.of() : List.of(path + " must be of " + said);
      case "const" -> said.equals(value) ? List.of() : List.of(path + " must be " + said);
      case "enum" -> among(said, value) ? List.of() : List.of(path + " must be one of " + said);
      case "pattern" ->
          !value.isTextual() || Pattern.compile(said.asText()).matcher(value.asText()).find()
              ? List.of()
              : List.of(path + " must match " + said);
      case "required" -> missing(said, value, path);
      case "properties" -> members(said, value, path);
      case "items" -> items(said, value, path);
      default -> throw new IllegalStateException("The schema has a word that is not read: " + word);
    };
  }

  private JsonNode target(String reference) {
    JsonNode found = root.at(reference.substring(1));
    if (found.isMissingNode()) {
      throw new IllegalStateException("The schema has no " + reference);
    }
    return found;
  }

  private List<String> alternatives(JsonNode all, JsonNode value, String path, boolean one) {
    int fitting = 0;
    List<String> why = new ArrayList<>();
    for (JsonNode each : all) {
      List<String> faults = faults(each, value, path);
      fitting += faults.isEmpty() ? 1 : 0;
      why.addAll(faults);
    }
    return fitting == 1 || fitting > 1 && !one
        ? List.of()
        : List.of(path + " fits " + fitting + ": " + why);
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isOfType(each, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "null" -> value.isNull();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalStateException("a type that answers do not use: " + type);
    };
  }

  private static boolean among(JsonNode all, JsonNode value) {
    for (JsonNode each : all) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> missing(JsonNode names, JsonNode value, String path) {
    List<String> faults = new ArrayList<>();
    names.forEach(
        name -> {
          if (value.isObject() && !value.has(name.asText())) {
            faults.add(path + "." + name.asText() + " is missing");
          }
        });
    return faults;
  }

  /** Members that the schema does not describe are of a later form, and not of this one. */
  private List<String> members(JsonNode described, JsonNode value, String path) {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      String name = path + "." + each.getKey();
      if (described.has(each.getKey())) {
        faults.addAll(faults(described.get(each.getKey()), each.getValue(), name));
      } else {
        faults.add(name + " is not described");
      }
    }
    return faults;
  }

  private List<String> items(JsonNode schema, JsonNode value, String path) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      faults.addAll(faults(schema, value.get(i), path + "[" + i + "]"));
    }
    return faults;
  }
}
