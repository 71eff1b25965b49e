package org.tariffeconomics.io;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.deal.Claim;
import org.tariffeconomics.deal.Deadline;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.DealPromises;
import org.tariffeconomics.deal.DealTerms;
import org.tariffeconomics.deal.Grant;
import org.tariffeconomics.deal.Headline;
import org.tariffeconomics.deal.InvestmentPledge;
import org.tariffeconomics.deal.MarketAccessPledge;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.deal.PurchasePledge;
import org.tariffeconomics.deal.SnapBackClause;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
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
 * <tr><td>measures.csv</td><td>deal, measure: the id of a measure of the grantor's book that the deal
 *     brought</td></tr>
 * <tr><td>investments.csv</td><td>deal, name, headline, firmness, instruments, sectors, start,
 *     deadline, yearly_cap, notice_days, notice_kind, investor_until, investor_after, default_text,
 *     sources, verification; and known_from, which may be missing: then the day of the source; and
 *     standing, OF_THE_DEAL or BESIDE, which may be missing</td></tr>
 * <tr><td>tranches.csv</td><td>deal, investment, tranche, amount, stage, effective, known_from,
 *     sources, verification</td></tr>
 * <tr><td>purchases.csv</td><td>deal, goods, amount, years, units, sources, verification</td></tr>
 * <tr><td>market-access.csv</td><td>deal, goods, text, quota, volume, used, growth, placement,
 *     sources, verification</td></tr>
 * <tr><td>deadlines.csv</td><td>deal, day, known_from, what, otherwise, sources, verification</td></tr>
 * <tr><td>snap-backs.csv</td><td>deal, trigger, rate, sources, verification</td></tr>
 * <tr><td>concessions.csv</td><td>deal, goods, scope, concession, effective, known_from, programme,
 *     origins, from, rules, instead_rule, instead_rate, sources, verification: what is granted in
 *     words, and, where it is law, the programme, origins, first day and rules of the measures that
 *     carry it, and the rule and rate that would apply instead</td></tr>
 * <tr><td>claims.csv</td><td>deal, party, topic, text, sources, verification</td></tr>
 * </table>
 *
 * <p>Exception handling: a file that cannot be opened throws {@link java.io.UncheckedIOException};
 * one that is missing is a problem. Bad rows are left out and listed.
 *
 * @since 0.1.0
 */
public final class DealCsv {

  private static final String HEADLINES = "headlines.csv";
  private static final String INVESTMENTS = "investments.csv";
  private static final String GRANTS = "concessions.csv";

  private final Function<String, Reader> files;
  private final Facts facts;
  private final ProblemLog log = ProblemLog.create();

  private DealCsv(Function<String, Reader> files, Facts facts) {
    this.files = files;
    this.facts = facts;
  }

  /**
   * Reads a folder.
   *
   * @param folder the folder with the files
   * @param book the grantor's book, whose measures the deals brought
   * @param facts which rows may stand; the others are noted
   * @return the deals, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static Reading<List<Deal>> read(Path folder, TariffBook book, Facts facts) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(facts, "facts");
    return read(name -> open(folder.resolve(name)), book, facts);
  }

  /** Deals need not have a history of headlines, nor grants by goods. */
  private static Reader open(Path file) {
    if (file.endsWith(HEADLINES) && !Files.exists(file)) {
      return new StringReader(CsvText.of(DealRows.HEADLINES, List.of(), CsvStyle.PLAIN));
    }
    return file.endsWith(GRANTS) && !Files.exists(file)
        ? new StringReader(CsvText.of(DealRows.GRANTS, List.of(), CsvStyle.PLAIN))
        : CsvFile.open(file);
  }

  /**
   * Reads files from anywhere.
   *
   * @param files opens a file by its name
   * @param book the grantor's book, whose measures the deals brought
   * @param facts which rows may stand; the others are noted
   * @return the deals, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static Reading<List<Deal>> read(
      Function<String, Reader> files, TariffBook book, Facts facts) {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(facts, "facts");
    return new DealCsv(files, facts).reading(book);
  }

  /**
   * Writes deals in the form that {@link #read(Function, TariffBook, Facts)} reads back equal.
   *
   * @param deals the deals, written in their order
   * @param book the grantor's book, which holds the measures that the deals brought
   * @return the text of each file by its name
   * @throws IllegalArgumentException when a deal has something that the files cannot keep, naming
   *     it: a commitment with amounts by sector, a measure that is not in the book, blanks around a
   *     title
   */
  public static Map<String, String> write(Collection<Deal> deals, TariffBook book) {
    Objects.requireNonNull(deals, "deals");
    Objects.requireNonNull(book, "book");
    return write(deals, book, CsvStyle.PLAIN);
  }

  /**
   * Writes deals in the form that {@link #read(Function, TariffBook, Facts)} reads back equal.
   *
   * @param deals the deals, written in their order
   * @param book the grantor's book, which holds the measures that the deals brought
   * @param style whether texts are guarded from spreadsheets
   * @return the text of each file by its name
   * @throws IllegalArgumentException as {@link #write(Collection, TariffBook)}
   */
  public static Map<String, String> write(Collection<Deal> deals, TariffBook book, CsvStyle style) {
    Objects.requireNonNull(deals, "deals");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(style, "style");
    Map<String, String> files = DealText.of(deals, style);
    Reading<List<Deal>> back =
        read(
            name -> new StringReader(files.getOrDefault(name, "")),
            book,
            Facts.INCLUDING_UNVERIFIED);
    for (Deal each : deals) {
      if (!back.value().contains(each)) {
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
    Objects.requireNonNull(deals, "deals");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(folder, "folder");
    CsvText.save(write(deals, book), folder);
  }

  /**
   * Files to fill in, each with its header; those of sources, deals and events with an example.
   *
   * @return the text of each file by its name, which {@link #read(Function, TariffBook, Facts)}
   *     reads with any book
   */
  public static Map<String, String> template() {
    Map<String, String> files = new LinkedHashMap<>(DealText.of(List.of(), CsvStyle.PLAIN));
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

  private Reading<List<Deal>> reading(TariffBook book) {
    DealRows rows = new DealRows(sources());
    Map<String, Parts> deals = deals(rows);
    Places read = new Places(deals);
    read.each("events.csv", DealRows.EVENTS, rows::event, p -> p.events);
    read.each("measures.csv", DealRows.MEASURES, r -> measure(r, book), p -> p.measures);
    read.each(HEADLINES, DealRows.HEADLINES, rows::datedHeadline, p -> p.headlines);
    read.each(INVESTMENTS, DealRows.INVESTMENTS, rows::investment, p -> p.investments);
    read.eachTranche(rows);
    read.each("purchases.csv", DealRows.PURCHASES, rows::purchase, p -> p.purchases);
    read.each("market-access.csv", DealRows.ACCESS, rows::access, p -> p.access);
    read.each("deadlines.csv", DealRows.DEADLINES, rows::deadline, p -> p.deadlines);
    read.each("snap-backs.csv", DealRows.SNAP_BACKS, rows::snapBack, p -> p.snapBacks);
    read.each(GRANTS, DealRows.GRANTS, rows::grant, p -> p.grants);
    read.each("claims.csv", DealRows.CLAIMS, rows::claim, p -> p.claims);
    return log.reading(assembled(deals, book));
  }

  private CsvFile file(String name, List<String> columns) {
    List<String> required = new ArrayList<>(columns);
    if (name.equals(INVESTMENTS)) {
      required.remove("known_from");
      required.remove("standing");
    }
    return CsvFile.read(files, name, required, columns);
  }

  private SourceCatalogue sources() {
    SourceCatalogue catalogue = new SourceCatalogue();
    file("sources.csv", SourceCatalogue.COLUMNS).each(log, catalogue::add);
    return catalogue;
  }

  /** The rows of the deals; what is wrong with them is told when the deals are put together. */
  private Map<String, Parts> deals(DealRows rows) {
    CsvFile file = file("deals.csv", DealRows.DEALS);
    log.addAll(file.problems());
    Map<String, Parts> deals = new LinkedHashMap<>();
    for (Row row : file.rows()) {
      Parts parts = row.built("", () -> new Parts(row, rows.headline(row)));
      if (parts != null && deals.putIfAbsent(row.cell("id"), parts) != null) {
        row.problem("id", "the deal stands already above");
        log.addAll(row.problems());
      }
    }
    return deals;
  }

  private static @Nullable TariffMeasure measure(Row row, TariffBook book) {
    return row.parsed(
        "measure",
        id ->
            book.measure(id)
                .orElseThrow(
                    () -> new IllegalArgumentException("no such measure in the book " + book)));
  }

  private List<Deal> assembled(Map<String, Parts> deals, TariffBook book) {
    List<Deal> assembled = new ArrayList<>();
    for (Parts each : deals.values()) {
      Deal deal = each.row.built("id", () -> each.deal(book));
      if (deal != null && each.row.isGood()) {
        assembled.add(deal);
      }
      log.addAll(each.row.problems());
    }
    return assembled;
  }

  /** What belongs to one deal, as it is collected file by file. */
  private static final class Parts {
    private final Row row;
    private final Headline headline;
    private final List<DealEvent> events = new ArrayList<>();
    private final List<TariffMeasure> measures = new ArrayList<>();
    private final List<Headline> headlines = new ArrayList<>();
    private final List<InvestmentPledge> investments = new ArrayList<>();
    private final List<PurchasePledge> purchases = new ArrayList<>();
    private final List<MarketAccessPledge> access = new ArrayList<>();
    private final List<Deadline> deadlines = new ArrayList<>();
    private final List<SnapBackClause> snapBacks = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    Parts(Row row, Headline headline) {
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

    /** The measures of the book that the files name, and those that the grants find in it. */
    private List<TariffMeasure> concessions(TariffBook book) {
      List<TariffMeasure> all = new ArrayList<>(measures);
      for (Grant each : grants) {
        each.ofPartner(book).stream().filter(m -> !all.contains(m)).forEach(all::add);
      }
      return all;
    }

    Deal deal(TariffBook book) {
      List<Party> parties = new ArrayList<>(List.of(Party.parse(row.required("grantor"))));
      row.required("partner");
      parties.addAll(row.list("partner", Party::parse));
      return new Deal(
          row.required("id"),
          row.required("title"),
          row.cell("kind"),
          parties,
          events,
          new DealTerms(history(), concessions(book), deadlines, snapBacks, grants),
          new DealPromises(investments, purchases, access),
          claims);
    }
  }

  /** Puts rows of each file where they belong. */
  private final class Places {
    private final Map<String, Parts> deals;

    Places(Map<String, Parts> deals) {
      this.deals = deals;
    }

    <T> void each(
        String file,
        List<String> columns,
        Function<Row, @Nullable T> parser,
        Function<Parts, List<T>> place) {
      eachRow(
          file,
          columns,
          (row, parts) -> {
            T value = parser.apply(row);
            if (value != null && row.isGood()) {
              place.apply(parts).add(value);
            }
          });
    }

    /** Tranches come after the commitments that they belong to. */
    void eachTranche(DealRows rows) {
      eachRow(
          "tranches.csv",
          DealRows.TRANCHES,
          (row, parts) -> {
            if (parts.row != row) {
              rows.addTranche(row, parts.investments);
            }
          });
    }

    private void eachRow(String file, List<String> columns, BiConsumer<Row, Parts> take) {
      file(file, columns)
          .each(
              log,
              row -> {
                String id = row.required("deal");
                Parts parts = deals.get(id);
                if (!stands(row)) {
                  log.accept(Facts.leftOut(row.place(), id));
                  return;
                }
                if (parts == null) {
                  row.problem("deal", "no such deal");
                }
                take.accept(row, parts == null ? new Parts(row, Headline.NONE) : parts);
              });
    }

    /** A word that is none stands too, and is refused with the source. */
    private boolean stands(Row row) {
      String word = row.cell("verification").toUpperCase(Locale.ROOT);
      return facts == Facts.INCLUDING_UNVERIFIED
          || Arrays.stream(Verification.values())
              .noneMatch(each -> each.name().equals(word) && !each.isFact());
    }
  }
}
