package org.tariffeconomics.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Checks a text against the published JSON schema of Vega-Lite, by those words of JSON Schema that
 * it uses: references, types, constants, lists of alternatives, properties, items and limits. Words
 * that it does not know are refused, so that none is passed over.
 */
final class SchemaCheck {

  private static final List<String> KNOWN =
      List.of(
          "$schema",
          "$ref",
          "definitions",
          "description",
          "type",
          "const",
          "enum",
          "anyOf",
          "not",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "minProperties",
          "maxItems",
          "minimum",
          "maximum",
          "minLength",
          "format");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA = schema();

  private SchemaCheck() {}

  private static JsonNode schema() {
    String name = "/charts/vega-lite/vega-lite-schema-5.23.0.json.gz";
    try (InputStream file = SchemaCheck.class.getResourceAsStream(name);
        InputStream plain = new GZIPInputStream(file)) {
      return JSON.readTree(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What is wrong with the text; empty where nothing is. */
  static List<String> faults(String text) throws IOException {
    JsonNode value = JSON.readTree(text);
    if (valid(SCHEMA, value)) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    for (JsonNode layer : value.path("layer")) {
      for (Map.Entry<String, JsonNode> channel : fields(layer.path("encoding"))) {
        faults.add(channel.getKey() + ": " + channel.getValue());
      }
      faults.add("mark: " + layer.path("mark"));
    }
    return faults.isEmpty() ? List.of("no valid specification") : faults;
  }

  private static Set<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return node.properties();
  }

  private static boolean valid(JsonNode schema, JsonNode value) {
    if (schema.isBoolean()) {
      return schema.asBoolean();
    }
    for (Map.Entry<String, JsonNode> word : fields(schema)) {
      if (!KNOWN.contains(word.getKey())) {
        throw new AssertionError("unknown word of JSON schema: " + word.getKey());
      }
    }
    return reference(schema, value)
        && type(schema, value)
        && constants(schema, value)
        && alternatives(schema, value)
        && (!value.isObject() || object(schema, value))
        && (!value.isArray() || array(schema, value))
        && (!value.isNumber() || number(schema, value))
        && (!value.isTextual() || value.asText().length() >= schema.path("minLength").asInt(0));
  }

  private static boolean reference(JsonNode schema, JsonNode value) {
    if (!schema.has("$ref")) {
      return true;
    }
    String name = schema.get("$ref").asText().substring("#/definitions/".length());
    return valid(SCHEMA.get("definitions").get(name), value);
  }

  private static boolean type(JsonNode schema, JsonNode value) {
    JsonNode type = schema.get("type");
    if (type == null) {
      return true;
    }
    if (type.isTextual()) {
      return is(type.asText(), value);
    }
    for (JsonNode each : type) {
      if (is(each.asText(), value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new AssertionError("unknown type " + type);
    };
  }

  private static boolean constants(JsonNode schema, JsonNode value) {
    if (schema.has("const") && !schema.get("const").equals(value)) {
      return false;
    }
    if (!schema.has("enum")) {
      return true;
    }
    for (JsonNode each : schema.get("enum")) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean alternatives(JsonNode schema, JsonNode value) {
    if (schema.has("not") && valid(schema.get("not"), value)) {
      return false;
    }
    if (!schema.has("anyOf")) {
      return true;
    }
    for (JsonNode each : schema.get("anyOf")) {
      if (valid(each, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean object(JsonNode schema, JsonNode value) {
    if (value.size() < schema.path("minProperties").asInt(0)) {
      return false;
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        return false;
      }
    }
    JsonNode others = schema.get("additionalProperties");
    for (Map.Entry<String, JsonNode> field : fields(value)) {
      JsonNode known = schema.path("properties").get(field.getKey());
      JsonNode rule = known == null ? others : known;
      if (rule != null && !valid(rule, field.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean array(JsonNode schema, JsonNode value) {
    if (value.size() < schema.path("minItems").asInt(0)
        || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
      return false;
    }
    JsonNode items = schema.get("items");
    for (int i = 0; items != null && i < value.size(); i++) {
      JsonNode rule = items.isArray() ? items.get(i) : items;
      if (rule != null && !valid(rule, value.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean number(JsonNode schema, JsonNode value) {
    return value.asDouble() >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
        && value.asDouble() <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
  }
}
