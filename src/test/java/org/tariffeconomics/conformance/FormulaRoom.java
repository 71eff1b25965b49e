package org.tariffeconomics.conformance;

import java.util.Map;
import java.util.function.Function;

/** Closed-form methods of one package, by the name that their case files give. */
interface FormulaRoom {

  /**
   * Calculators by method. Each takes the case's inputs and returns a tree of maps, lists, arrays,
   * numbers, strings, booleans and nulls; it is compared with the expected tree key by key.
   */
  Map<String, Function<CaseInputs, Object>> methods();
}
