package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.Grant;
import org.tariffeconomics.deal.GrantLink;
import org.tariffeconomics.io.DealCsv;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The arrangements of the United States with its partners since 2025: deals, frameworks, truces,
 * and partners without one, with their events, pledges and claims, each row with its sources.
 *
 * <p>The rows lie beside this class in {@code deals/*.csv} and are read by the same code as a
 * user's own folder ({@link DealCsv}). Rows that were not verified are left out unless asked for.
 *
 * @since 0.1.0
 */
public final class UsDeals {

  private static final String FOLDER = "deals/";

  private UsDeals() {}

  /** The register is read once, when it is first asked for. */
  private static final class Verified {
    private static final DealRegister REGISTER = DealRegister.of(reading(Facts.VERIFIED_ONLY));
  }

  /**
   * The register of the verified facts.
   *
   * @return the deals by partner
   */
  public static DealRegister register() {
    return Verified.REGISTER;
  }

  /**
   * The register of the facts that may stand.
   *
   * @param facts whether rows that were not verified may stand too
   * @return the deals by partner
   */
  public static DealRegister register(Facts facts) {
    Objects.requireNonNull(facts, "facts");
    return facts == Facts.VERIFIED_ONLY ? Verified.REGISTER : DealRegister.of(reading(facts));
  }

  /**
   * What the United States granted a partner, good by good.
   *
   * @param partner the partner's code or name, or the deal's id
   * @return goods, how they are listed, what is granted, both days, and the measures of the bundled
   *     law that carry it; what is not law or not held says so
   * @throws IllegalArgumentException when there is no such deal
   */
  public static Table concessions(String partner) {
    Objects.requireNonNull(partner, "partner");
    Deal deal = register().deal(partner);
    List<List<Cell>> rows = deal.terms().grants().stream().map(UsDeals::row).toList();
    return Table.of(
            "What the United States granted: " + deal.title(),
            List.of(
                "goods",
                "list",
                "granted",
                "effective",
                "known from",
                "measures",
                "instead",
                "source"),
            rows)
        .withCaption(
            List.of(
                rows.isEmpty()
                    ? "no grant is held for this partner"
                    : "instead: what would apply without the deal; a dash where the next wider"
                        + " measure would"));
  }

  private static List<Cell> row(Grant grant) {
    List<String> measures = grant.in(UsTariffs.book()).stream().map(TariffMeasure::id).toList();
    return List.of(
        Cell.text(grant.goods()),
        Cell.text(grant.scope().isEmpty() ? "-" : grant.scope()),
        Cell.text(grant.concession()),
        day(grant.effective(), "no day stated"),
        day(grant.knownFrom(), "not stated"),
        measures.isEmpty()
            ? Cell.unknown("not law, or not held")
            : Cell.text(String.join("; ", measures)),
        Cell.text(grant.link().map(GrantLink::instead).map(Object::toString).orElse("-")),
        Cell.text(grant.source().toString()));
  }

  private static Cell day(@Nullable LocalDate day, String otherwise) {
    return day == null ? Cell.unknown(otherwise) : Cell.date(day);
  }

  /**
   * The rows as they were read, with a note on each that is left out for want of verification.
   *
   * @param facts whether rows that were not verified may stand too
   * @return the reading
   */
  public static Reading<List<Deal>> reading(Facts facts) {
    Objects.requireNonNull(facts, "facts");
    return DealCsv.read(file -> Bundled.open(FOLDER + file), UsTariffs.book(), facts);
  }
}
