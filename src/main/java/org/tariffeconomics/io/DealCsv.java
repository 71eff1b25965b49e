package org.tariffeconomics.io;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.deal.Claim;
import org.tariffeconomics.deal.Deadline;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.DealPromises;
import org.tariffeconomics.deal.DealTerms;
import org.tariffeconomics.deal.Headline;
import org.tariffeconomics.deal.InvestmentPledge;
import org.tariffeconomics.deal.MarketAccessPledge;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.deal.PurchasePledge;
import org.tariffeconomics.deal.SnapBackClause;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvRow;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Reads and writes deals as a folder of CSV files, one file a kind of fact; {@code deal} names the
 * deal a row belongs to, {@code sources} the keys of its documents.
 *
 * <table>
 * <caption>The files and their columns</caption>
 * <tr><th>file</th><th>columns</th></tr>
 * <tr><td>sources.csv</td><td>key, title, date, citation</td></tr>
 * <tr><td>deals.csv</td><td>id, title, grantor, partner, kind, headline_rate, headline_reading,
 *     headline_text, sources</td></tr>
 * <tr><td>events.csv</td><td>deal, effective, known_from, leg, status, text, instrument, sources,
 *     verification</td></tr>
 * <tr><td>headlines.csv</td><td>deal, known_from, rate, reading, sources, verification: the rates that
 *     were on the board, each from the day on which it was known; the last is that of deals.csv</td></tr>
 * <tr><td>measures.csv</td><td>deal, measure: the id of a measure of the grantor's book that the deal
 *     brought</td></tr>
 * <tr><td>investments.csv</td><td>deal, name, headline, firmness, instruments, sectors, start,
 *     deadline, yearly_cap, notice_days, notice_kind, investor_until, investor_after, default_text,
 *     sources, verification; and known_from, which may be missing: then the day of the source</td></tr>
 * <tr><td>tranches.csv</td><td>deal, investment, tranche, amount, stage, effective, known_from,
 *     sources, verification</td></tr>
 * <tr><td>purchases.csv</td><td>deal, goods, amount, years, units, sources, verification</td></tr>
 * <tr><td>market-access.csv</td><td>deal, goods, text, quota, volume, used, growth, placement,
 *     sources, verification</td></tr>
 * <tr><td>deadlines.csv</td><td>deal, day, known_from, what, otherwise, sources, verification</td></tr>
 * <tr><td>snap-backs.csv</td><td>deal, trigger, rate, sources, verification</td></tr>
 * <tr><td>claims.csv</td><td>deal, party, topic, text, sources, verification</td></tr>
 * </table>
 *
 * <p>Exception handling: a file that cannot be opened throws {@link java.io.UncheckedIOException};
 * bad rows are left out and listed.
 */
public final class DealCsv {

  private static final String HEADLINES = "headlines.csv";
  private static final String INVESTMENTS = "investments.csv";

  private final Function<String, Reader> files;
  private final Facts facts;
  private final List<CsvProblem> problems = new ArrayList<>();
  private int excluded;

  private DealCsv(Function<String, Reader> files, Facts facts) {
    this.files = files;
    this.facts = facts;
  }

  /**
   * Reads a folder.
   *
   * @param folder the folder with the files
   * @param book the grantor's book, whose measures the deals brought
   * @param facts which rows may stand; the others are counted as excluded
   * @return the deals, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static DealReading read(Path folder, TariffBook book, Facts facts) {
    return read(name -> open(folder.resolve(name)), book, facts);
  }

  /** Deals need not have a history of headlines. */
  private static Reader open(Path file) {
    return file.endsWith(HEADLINES) && !Files.exists(file)
        ? new StringReader(CsvText.of(DealRows.HEADLINES, List.of()))
        : CsvFile.open(file);
  }

  /**
   * Reads files from anywhere.
   *
   * @param files opens a file by its name
   * @param book the grantor's book, whose measures the deals brought
   * @param facts which rows may stand; the others are counted as excluded
   * @return the deals, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static DealReading read(Function<String, Reader> files, TariffBook book, Facts facts) {
    return new DealCsv(files, facts).reading(book);
  }

  /**
   * Writes deals in the form that {@link #read(Function, TariffBook, Facts)} reads back equal.
   *
   * @param deals the deals, written in their order
   * @param book the grantor's book, which holds the measures that the deals brought
   * @return the text of each file by its name
   * @throws IllegalArgumentException when a deal has something that the files have no place for,
   *     such as a commitment with amounts by sector, or a measure that is not in the book
   */
  public static Map<String, String> write(Collection<Deal> deals, TariffBook book) {
    Map<String, String> files = DealText.of(deals);
    DealReading back =
        read(
            name -> new StringReader(files.getOrDefault(name, "")),
            book,
            Facts.INCLUDING_UNVERIFIED);
    for (Deal each : deals) {
      if (!back.deals().contains(each)) {
        throw new IllegalArgumentException(
            "Deal '"
                + each.id()
                + "' has something that the files have no place for "
                + back.problems());
      }
    }
    return files;
  }

  /**
   * Writes deals into a folder, which is created where it is not there.
   *
   * @param deals the deals, written in their order
   * @param book the grantor's book, which holds the measures that the deals brought
   * @param folder the folder; files of the same names are replaced
   * @throws IllegalArgumentException when a deal has something that the files have no place for
   * @throws java.io.UncheckedIOException when a file cannot be written
   */
  public static void write(Collection<Deal> deals, TariffBook book, Path folder) {
    CsvText.save(write(deals, book), folder);
  }

  /**
   * Files to fill in, each with its header; those of sources, deals and events with an example.
   *
   * @return the text of each file by its name, which {@link #read(Function, TariffBook, Facts)}
   *     reads with any book
   */
  public static Map<String, String> template() {
    Map<String, String> files = new LinkedHashMap<>(DealText.of(List.of()));
    files.merge("sources.csv", "fs,Joint fact sheet,2025-11-14,\n", String::concat);
    files.merge(
        "deals.csv",
        "kr-2025,US-Korea understanding,US,KR,framework,15%,ALL_IN,15 % in all,fs\n",
        String::concat);
    files.merge(
        "events.csv",
        "kr-2025,2025-11-14,2025-11-14,,PUBLISHED,The fact sheet is published,,fs,VERIFIED\n",
        String::concat);
    return files;
  }

  private DealReading reading(TariffBook book) {
    DealRows rows = new DealRows(sources());
    Map<String, Parts> deals = new LinkedHashMap<>();
    for (CsvRow row : rows("deals.csv", DealRows.DEALS)) {
      deals.put(row.required("id"), new Parts(row, rows.headline(row)));
    }
    Reading read = new Reading(deals);
    read.each("events.csv", DealRows.EVENTS, rows::event, p -> p.events);
    read.each("measures.csv", DealRows.MEASURES, r -> measure(r, book), p -> p.measures);
    read.each(HEADLINES, DealRows.HEADLINES, rows::datedHeadline, p -> p.headlines);
    read.each(INVESTMENTS, DealRows.INVESTMENTS, rows::investment, p -> p.investments);
    read.eachTranche(rows);
    read.each("purchases.csv", DealRows.PURCHASES, rows::purchase, p -> p.purchases);
    read.each("market-access.csv", DealRows.ACCESS, rows::access, p -> p.access);
    read.each("deadlines.csv", DealRows.DEADLINES, rows::deadline, p -> p.deadlines);
    read.each("snap-backs.csv", DealRows.SNAP_BACKS, rows::snapBack, p -> p.snapBacks);
    read.each("claims.csv", DealRows.CLAIMS, rows::claim, p -> p.claims);
    return new DealReading(assembled(deals), excluded, problems);
  }

  private SourceCatalogue sources() {
    SourceCatalogue catalogue = new SourceCatalogue();
    for (CsvRow row : rows("sources.csv", SourceCatalogue.COLUMNS)) {
      catalogue.add(row);
      problems.addAll(row.problems());
    }
    return catalogue;
  }

  private List<CsvRow> rows(String file, List<String> columns) {
    Set<String> known = new LinkedHashSet<>(columns);
    Set<String> required = new LinkedHashSet<>(columns);
    if (file.equals(INVESTMENTS)) {
      required.remove("known_from");
    }
    CsvFile csv = CsvFile.read(file, files.apply(file), required, known);
    problems.addAll(csv.problems());
    return csv.rows();
  }

  private static @Nullable TariffMeasure measure(CsvRow row, TariffBook book) {
    return row.parsed(
        "measure",
        id ->
            book.measure(id)
                .orElseThrow(
                    () -> new IllegalArgumentException("no such measure in the book " + book)));
  }

  private List<Deal> assembled(Map<String, Parts> deals) {
    List<Deal> assembled = new ArrayList<>();
    for (Parts each : deals.values()) {
      try {
        assembled.add(each.deal());
      } catch (IllegalArgumentException e) {
        each.row.addProblem("id", String.valueOf(e.getMessage()));
      }
      problems.addAll(each.row.problems());
    }
    return assembled;
  }

  /** What belongs to one deal, as it is collected file by file. */
  private static final class Parts {
    private final CsvRow row;
    private final Headline headline;
    private final List<DealEvent> events = new ArrayList<>();
    private final List<TariffMeasure> measures = new ArrayList<>();
    private final List<Headline> headlines = new ArrayList<>();
    private final List<InvestmentPledge> investments = new ArrayList<>();
    private final List<PurchasePledge> purchases = new ArrayList<>();
    private final List<MarketAccessPledge> access = new ArrayList<>();
    private final List<Deadline> deadlines = new ArrayList<>();
    private final List<SnapBackClause> snapBacks = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    Parts(CsvRow row, Headline headline) {
      this.row = row;
      this.headline = headline;
    }

    /**
     * The dated headlines; that of the deal's own row counts from ever where none of them is it.
     */
    private List<Headline> history() {
      List<Headline> all = new ArrayList<>(headlines);
      boolean isDated =
          all.stream()
              .anyMatch(
                  h ->
                      h.reading() == headline.reading()
                          && Objects.equals(h.rate(), headline.rate()));
      if (!isDated && !headline.equals(Headline.NONE)) {
        all.add(headline);
      }
      return all;
    }

    Deal deal() {
      List<Party> parties = new ArrayList<>(List.of(Party.parse(row.required("grantor"))));
      for (String partner : row.required("partner").split(";", -1)) {
        parties.add(Party.parse(partner));
      }
      return new Deal(
          row.required("id"),
          row.required("title"),
          row.cell("kind"),
          parties,
          events,
          new DealTerms(history(), measures, deadlines, snapBacks),
          new DealPromises(investments, purchases, access),
          claims);
    }
  }

  /** Puts rows of each file where they belong. */
  private final class Reading {
    private final Map<String, Parts> deals;

    Reading(Map<String, Parts> deals) {
      this.deals = deals;
    }

    <T> void each(
        String file,
        List<String> columns,
        Function<CsvRow, @Nullable T> parser,
        Function<Parts, List<T>> place) {
      for (CsvRow row : rows(file, columns)) {
        if (!stands(row)) {
          excluded++;
          continue;
        }
        Parts parts = deals.get(row.required("deal"));
        T value = parser.apply(row);
        if (parts == null) {
          row.addProblem("deal", "no such deal");
        } else if (value != null && row.problems().isEmpty()) {
          place.apply(parts).add(value);
        }
        problems.addAll(row.problems());
      }
    }

    private boolean stands(CsvRow row) {
      return facts == Facts.INCLUDING_UNVERIFIED
          || row.isBlank("verification")
          || row.cell("verification").equalsIgnoreCase("verified");
    }

    /** Tranches come after the commitments that they belong to. */
    void eachTranche(DealRows rows) {
      for (CsvRow row : rows("tranches.csv", DealRows.TRANCHES)) {
        if (!stands(row)) {
          excluded++;
          continue;
        }
        Optional.ofNullable(deals.get(row.required("deal")))
            .ifPresentOrElse(
                parts -> rows.addTranche(row, parts.investments),
                () -> row.addProblem("deal", "no such deal"));
        problems.addAll(row.problems());
      }
    }
  }
}
