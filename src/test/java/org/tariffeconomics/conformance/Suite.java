package org.tariffeconomics.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of case file that the library can be held to. */
interface Suite {

  /** The name that stands in the report line. */
  String name();

  /** Whether the case folder holds this suite's files. */
  boolean isIn(Path dir);

  /** Runs every case of the folder through the public API. */
  List<CaseResult> run(Path dir) throws IOException;
}
