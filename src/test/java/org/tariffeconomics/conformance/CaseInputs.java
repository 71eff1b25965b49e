package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The inputs of one formula case, read strictly: what is missing, blank or of another kind is never
 * taken for zero, and the case is then listed as unsupported by the name of the input.
 */
record CaseInputs(JsonNode node) {

  CaseInputs {
    if (node == null || !node.isObject()) {
      throw new UnsupportedCase("the case has no inputs");
    }
  }

  /** Whether the input is there with a value; null says that it is not stated. */
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  CaseInputs group(String name) {
    JsonNode group = required(name);
    if (!group.isObject()) {
      throw unfit(name, "a group of inputs", group);
    }
    return new CaseInputs(group);
  }

  double number(String name) {
    return number(name, required(name));
  }

  double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  /** A number as it is written, so that no digit is lost. */
  BigDecimal decimal(String name) {
    return decimal(name, required(name));
  }

  BigDecimal decimal(String name, String otherwise) {
    return has(name) ? decimal(name) : new BigDecimal(otherwise);
  }

  int whole(String name) {
    double value = number(name);
    if (value != Math.rint(value)) {
      throw unfit(name, "a whole number", required(name));
    }
    return (int) value;
  }

  String text(String name) {
    return required(name).asText();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    array(name, required(name)).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  double[] numbers(String name) {
    return numbers(name, required(name));
  }

  List<BigDecimal> decimals(String name) {
    JsonNode array = array(name, required(name));
    return IntStream.range(0, array.size())
        .mapToObj(i -> decimal(at(name, i), array.get(i)))
        .toList();
  }

  double[][] grid(String name) {
    JsonNode rows = array(name, required(name));
    return IntStream.range(0, rows.size())
        .mapToObj(i -> numbers(at(name, i), rows.get(i)))
        .toArray(double[][]::new);
  }

  /** Lists of rows of numbers, as lines are grouped by their subheading. */
  List<double[][]> grids(String name) {
    JsonNode groups = array(name, required(name));
    List<double[][]> grids = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      String group = at(name, g);
      JsonNode rows = array(group, groups.get(g));
      grids.add(
          IntStream.range(0, rows.size())
              .mapToObj(i -> numbers(at(group, i), rows.get(i)))
              .toArray(double[][]::new));
    }
    return grids;
  }

  private JsonNode required(String name) {
    if (!has(name)) {
      throw new UnsupportedCase("the case does not state the input '" + name + "'");
    }
    return node.get(name);
  }

  private static String at(String name, int index) {
    return name + "[" + index + "]";
  }

  private static double[] numbers(String name, JsonNode given) {
    JsonNode array = array(name, given);
    return IntStream.range(0, array.size())
        .mapToDouble(i -> number(at(name, i), array.get(i)))
        .toArray();
  }

  private static JsonNode array(String name, JsonNode given) {
    if (!given.isArray()) {
      throw unfit(name, "a list", given);
    }
    return given;
  }

  private static double number(String name, JsonNode given) {
    return decimal(name, given).doubleValue();
  }

  private static BigDecimal decimal(String name, JsonNode given) {
    if (!given.isNumber()) {
      throw unfit(name, "a number", given);
    }
    return new BigDecimal(given.asText());
  }

  private static UnsupportedCase unfit(String name, String wanted, JsonNode given) {
    return new UnsupportedCase("the input '" + name + "' must be " + wanted + ", but is " + given);
  }
}
