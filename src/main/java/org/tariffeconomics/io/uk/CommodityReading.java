package org.tariffeconomics.io.uk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.reading.JsonProblem;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What was read of a commodity of the UK tariff: the measures of a book, the quotas that they hang
 * on, what is no customs duty, and the problems of the rest.
 */
public final class CommodityReading {

  private static final int SHOWN = 10;

  private final String file;
  private final @Nullable HsCode code;
  private final List<TariffMeasure> measures;
  private final List<QuotaBalance> quotas;
  private final List<JsonProblem> otherMeasures;
  private final List<JsonProblem> problems;

  /**
   * A quota as the tariff publishes it.
   *
   * @param terms its order number, volume and period
   * @param balance what is left, null where it is not known
   * @param status the published status, e.g. {@code Open}; may be empty
   */
  public record QuotaBalance(QuotaTerms terms, @Nullable Quantity balance, String status) {

    /**
     * {@return the quota with what is used of it: volume less balance as used; empty where the
     * balance is not known or exceeds the volume, so that nothing is taken to be within the quota}
     */
    public Optional<TariffQuota> quota() {
      Quantity left = balance;
      if (left == null || left.compareTo(terms.volume()) > 0) {
        return Optional.empty();
      }
      Quantity used =
          new Quantity(
              terms.volume().amount().subtract(left.in(terms.volume().unit()).amount()),
              terms.volume().unit());
      return Optional.of(new TariffQuota(terms.name(), terms.volume(), used));
    }

    /** Terms and balance. */
    @Override
    public String toString() {
      return terms.name() + ": " + (balance == null ? "balance unknown" : balance + " left");
    }
  }

  CommodityReading(
      String file,
      @Nullable HsCode code,
      List<TariffMeasure> measures,
      List<QuotaBalance> quotas,
      List<JsonProblem> otherMeasures,
      List<JsonProblem> problems) {
    this.file = file;
    this.code = code;
    this.measures = List.copyOf(measures);
    this.quotas = List.copyOf(quotas);
    this.otherMeasures = List.copyOf(otherMeasures);
    this.problems = List.copyOf(problems);
  }

  /** {@return the commodity: its code; empty where the file states none} */
  public Optional<HsCode> code() {
    return Optional.ofNullable(code);
  }

  /** {@return the measures that can stand in a book, in the order of the file} */
  public List<TariffMeasure> measures() {
    return measures;
  }

  /**
   * The quotas that measures hang on.
   *
   * @return the quotas by order number, one a period
   */
  public List<QuotaBalance> quotas() {
    return quotas;
  }

  /**
   * The measures that are no customs duty or need a table: taxes, excises, controls, the amounts of
   * agricultural components.
   *
   * @return one entry a measure, with its type
   */
  public List<JsonProblem> otherMeasures() {
    return otherMeasures;
  }

  /**
   * What is wrong with the rest.
   *
   * @return the problems in the order of the file
   */
  public List<JsonProblem> problems() {
    return problems;
  }

  /**
   * The measures of a reading that must have no problem.
   *
   * @return the measures
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public List<TariffMeasure> orThrow() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream()
              .limit(SHOWN)
              .map(JsonProblem::toString)
              .collect(Collectors.joining("; ", problems.size() + " problems: ", "")));
    }
    return measures;
  }

  /** {@return the problems as a table: one row a problem: file, path, text, message} */
  public Table table() {
    return Table.of(
        "Problems of " + this,
        List.of("file", "path", "text", "message"),
        problems.stream()
            .map(
                p ->
                    List.of(
                        Cell.text(p.file()),
                        Cell.text(p.path()),
                        Cell.text(p.text()),
                        Cell.text(p.message())))
            .toList());
  }

  /** How much was read. */
  @Override
  public String toString() {
    return (code == null ? file : code)
        + ": "
        + measures.size()
        + " measures, "
        + quotas.size()
        + " quotas, "
        + problems.size()
        + " problems";
  }
}
