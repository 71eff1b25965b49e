package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.tariff.DutyLine;

/**
 * Whether drawback is paid on the duties of a programme of the bundled United States book, and
 * where that stands.
 *
 * @param paid what is paid
 * @param basis where it stands
 * @param verification how far it was read there
 */
record DrawbackRule(Paid paid, String basis, Verification verification) {

  /** What is paid. */
  enum Paid {
    YES("eligible"),
    /** Only where the goods were made into what is exported (19 U.S.C. 1313(a) and (b)). */
    MANUFACTURING("manufacturing drawback only"),
    /** Only where the goods were made into what is exported, on conditions that are not judged. */
    MANUFACTURING_PERHAPS("manufacturing drawback only, on conditions"),
    NO("no drawback"),
    /** On conditions that are not judged here. */
    NOT_KNOWN("not known");

    private final String words;

    Paid(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** A rule for some programmes on entries of some days. */
  private record Dated(
      Set<String> programmes,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      DrawbackRule rule) {

    boolean isFor(String programme, LocalDate day) {
      return programmes.contains(programme)
          && (from == null || !day.isBefore(from))
          && (until == null || day.isBefore(until));
    }
  }

  private static final LocalDate METALS_2026 = LocalDate.of(2026, 4, 6);
  private static final LocalDate TRUCKS = LocalDate.of(2025, 11, 1);

  private static final DrawbackRule METALS_ON_CONDITIONS =
      read(
          Paid.MANUFACTURING_PERHAPS,
          "Proclamation 11021, clauses 13 and 14: manufacturing drawback only, for metal and"
              + " articles of trade agreement partners");

  private static final DrawbackRule DRONES_ON_CONDITIONS =
      read(
          Paid.MANUFACTURING_PERHAPS,
          "Proclamation 11055, clause 8: manufacturing drawback only, on conditions");

  private static final DrawbackRule NO_CUSTOMS_DUTY =
      read(Paid.NO, "19 U.S.C. 1677h: for drawback no customs duty");

  private static final DrawbackRule ORDINARY =
      read(Paid.YES, "19 U.S.C. 1313(a): duties paid upon importation");

  private static final List<Dated> RULES =
      List.of(
          always("IEEPA Canada", read(Paid.NO, "EO 14193, section 2(g)")),
          always("IEEPA Mexico", read(Paid.NO, "EO 14194, section 2(f)")),
          always("IEEPA China", read(Paid.NO, "EO 14195, section 2(f)")),
          metals("S232 steel", "Proclamations 10896, clause 13, and 10947, clause 9"),
          metals("S232 aluminium", "Proclamations 10895, clause 13, and 10947, clause 9"),
          metals("S232 copper", "Proclamation 10962, clause 10"),
          new Dated(
              Set.of("S232 steel", "S232 aluminium", "S232 copper"),
              METALS_2026,
              null,
              METALS_ON_CONDITIONS),
          always("S232 autos", read(Paid.NO, "Proclamation 10908, clause 10")),
          new Dated(
              Set.of("S232 auto parts"),
              null,
              TRUCKS,
              read(
                  Paid.MANUFACTURING_PERHAPS,
                  "Proclamation 10908, clause 10: none; Proclamation 10984, clause 15, allows claims"
                      + " from 1 November 2025 and does not say for which entries")),
          new Dated(
              Set.of("S232 auto parts", "S232 truck parts"),
              TRUCKS,
              null,
              read(Paid.MANUFACTURING, "Proclamation 10984, clause 15")),
          always(
              "S232 trucks",
              new DrawbackRule(
                  Paid.NO,
                  "reported of Proclamation 10984, whose clause 15 names parts only",
                  Verification.UNVERIFIED)),
          always("S232 wood", read(Paid.YES, "Proclamation 10976, clause 14")),
          always("S232 semiconductors", read(Paid.NO, "Proclamation 11002, clause 6")),
          always("S232 pharmaceuticals", read(Paid.YES, "Proclamation 11020, clause 10")),
          always("S232 drones", DRONES_ON_CONDITIONS),
          always(
              "S122",
              new DrawbackRule(
                  Paid.YES,
                  "Proclamation 11012, clause 5: a regular customs duty, and no word of drawback",
                  Verification.PARTLY)),
          always("anti-dumping", NO_CUSTOMS_DUTY),
          always("countervailing", NO_CUSTOMS_DUTY),
          always(
              "S301 China",
              new DrawbackRule(Paid.YES, "reported of CSMS 18-000419", Verification.UNVERIFIED)),
          always(
              "IEEPA reciprocal",
              new DrawbackRule(
                  Paid.YES, "EO 14257 does not rule it out", Verification.UNVERIFIED)));

  private static DrawbackRule read(Paid paid, String basis) {
    return new DrawbackRule(paid, basis, Verification.VERIFIED);
  }

  private static Dated always(String programme, DrawbackRule rule) {
    return new Dated(Set.of(programme), null, null, rule);
  }

  private static Dated metals(String programme, String basis) {
    return new Dated(Set.of(programme), null, METALS_2026, read(Paid.NO, basis));
  }

  /** The rule for a duty that was charged on a day; one that is not known for other programmes. */
  static DrawbackRule of(DutyLine duty, LocalDate day) {
    if (duty.measure().rule().isBase()) {
      return ORDINARY;
    }
    String programme = duty.measure().programme();
    return RULES.stream()
        .filter(each -> each.isFor(programme, day))
        .findFirst()
        .map(Dated::rule)
        .orElse(
            new DrawbackRule(
                Paid.NOT_KNOWN, "no rule is held for " + programme, Verification.VERIFIED));
  }

  /** What the user says, in place of a rule. */
  static DrawbackRule stated(boolean paid) {
    return new DrawbackRule(paid ? Paid.YES : Paid.NO, "as stated", Verification.USER);
  }

  /** What a result says of it where it was not read in its source. */
  Optional<String> assumption(String programme) {
    return verification.isFact()
        ? Optional.empty()
        : Optional.of(programme + ": " + paid + " (" + basis + ")");
  }
}
