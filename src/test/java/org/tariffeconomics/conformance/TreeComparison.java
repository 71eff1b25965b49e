package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Compares an expected tree with an actual one: every expected key must be there; numbers agree
 * when they are within the relative or the absolute tolerance.
 */
record TreeComparison(double relativeTolerance, double absoluteTolerance) {

  /** Where relative error means nothing: the scale below which a closed form is all rounding. */
  private static final double ROUNDING_FLOOR = 1e-14;

  static TreeComparison withTolerancesOf(JsonNode formulaCase) {
    return new TreeComparison(
        formulaCase.path("rel_tol").asDouble(1e-12), formulaCase.path("abs_tol").asDouble(0));
  }

  /** The first difference, with its path; empty where the trees agree. */
  String difference(JsonNode expected, JsonNode actual) {
    return difference("", expected, actual);
  }

  private String difference(String path, JsonNode expected, JsonNode actual) {
    if (actual == null || actual.isMissingNode()) {
      return path + ": expected " + expected + " but nothing was computed";
    }
    if (expected.isObject()) {
      return objectDifference(path, expected, actual);
    }
    if (expected.isArray()) {
      return arrayDifference(path, expected, actual);
    }
    if (expected.isNumber() && actual.isNumber()) {
      return agree(expected.asDouble(), actual.asDouble()) ? "" : values(path, expected, actual);
    }
    return expected.equals(actual) ? "" : values(path, expected, actual);
  }

  private String objectDifference(String path, JsonNode expected, JsonNode actual) {
    for (Map.Entry<String, JsonNode> each : expected.properties()) {
      String found =
          difference(path + "/" + each.getKey(), each.getValue(), actual.get(each.getKey()));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private String arrayDifference(String path, JsonNode expected, JsonNode actual) {
    if (!actual.isArray() || actual.size() != expected.size()) {
      return values(path, expected, actual);
    }
    for (int i = 0; i < expected.size(); i++) {
      String found = difference(path + "/" + i, expected.get(i), actual.get(i));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  boolean agree(double expected, double actual) {
    double error = Math.abs(expected - actual);
    return error <= absoluteTolerance
        || error <= relativeTolerance * Math.max(Math.abs(expected), Math.abs(actual))
        || error <= ROUNDING_FLOOR;
  }

  private static String values(String path, JsonNode expected, JsonNode actual) {
    return path + ": expected " + expected + " but was " + actual;
  }
}
