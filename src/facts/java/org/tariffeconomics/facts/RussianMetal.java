package org.tariffeconomics.facts;

import java.util.List;

/**
 * The derivatives of aluminium of 2026 once more, as heading 9903.85.68 has them: those that are
 * under the duties of headings 9903.82.02 to .19 whatever their weight, those that are from 15
 * percent of metal, and those that have less. Heading 9903.82.03 frees the last of the duties of
 * its note, and U.S. note 16(a) keeps the duty of 200 percent on metal of Russia apart from these.
 */
final class RussianMetal {

  private static final String DERIVATIVES = "note 16\\(c\\)\\((ii|vi|ix)\\).*";

  private RussianMetal() {}

  /** The row, and the same goods in the lists of heading 9903.85.68. */
  static List<ListedCode> with(ListedCode row) {
    if (!row.heading().startsWith("9903.82.") || !row.source().matches(DERIVATIVES)) {
      return List.of(row);
    }
    return Words.isByWeight(row)
        ? List.of(
            row,
            row.inList(Words.RUSSIAN_METAL, row.restriction()),
            row.inList(Words.RUSSIAN_METAL, Words.LESS_WEIGHT))
        : List.of(row, row.inList(Words.RUSSIAN_METAL, row.restriction()));
  }
}
