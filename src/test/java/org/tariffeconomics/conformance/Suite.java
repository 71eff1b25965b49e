package org.tariffeconomics.conformance;

import java.io.IOException;
import java.util.List;

/** A kind of case file that the library can be held to. */
interface Suite {

  /** The name that stands in the report line. */
  String name();

  /** The file, or the folder of the files, that the suite runs, below the folder of cases. */
  String home();

  /** Whether the folder holds cases of this suite. */
  default boolean isIn(CaseFolder cases) {
    return cases.holds(home());
  }

  /** Runs every case of the folder through the public API. */
  List<CaseResult> run(CaseFolder cases) throws IOException;
}
