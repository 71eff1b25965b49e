package org.tariffeconomics.fuzz;

import java.util.List;

/**
 * A public door that takes a text: it gives a result or an {@link IllegalArgumentException}.
 *
 * @param name the door
 * @param seeds texts that it understands
 * @param door the call
 */
record FuzzTarget(String name, List<String> seeds, Door door) {

  /** What is called; what it throws beside the documented exception is an escape. */
  interface Door {
    Object open(String text) throws Exception;
  }

  static FuzzTarget of(String name, Door door, String... seeds) {
    return new FuzzTarget(name, List.of(seeds), door);
  }
}
