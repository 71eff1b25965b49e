package org.tariffeconomics.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * The conventions of another tracker as what-ifs over the law: rows of {@code us-redux.csv}, a
 * convention's together. Goods are codes, names of that tracker's lists and lists compiled from the
 * notes, joined by {@code +}, {@code -} (all but) and {@code &} (what lies in both).
 */
final class ReduxLaw {

  /** From when an added measure counts before those of the law that speak as closely. */
  private static final LocalDate LAST = LocalDate.of(2026, 11, 28);

  private final Map<String, List<Row>> conventions = new LinkedHashMap<>();
  private final Map<String, NavigableSet<String>> lists = new LinkedHashMap<>();
  private int added;

  ReduxLaw() {
    Path table = Path.of("src/test/resources/us-redux.csv");
    CsvFile.read(
            CsvFile.name(table),
            CsvFile.open(table),
            List.of("convention", "change", "of", "goods", "origins", "rate", "from", "until"),
            List.of())
        .rows()
        .forEach(
            row ->
                conventions
                    .computeIfAbsent(row.required("convention"), c -> new ArrayList<>())
                    .add(row));
  }

  /** The conventions in the order in which they are taken on. */
  List<String> names() {
    return List.copyOf(conventions.keySet());
  }

  /** A law under one more convention, and the origins and days that it may move. */
  record Change(TariffBook law, Reach reach) {}

  /** Some origins on some days. */
  static final class Reach {
    private final Map<OriginScope, Set<LocalDateRange>> parts = new HashMap<>();

    private void add(OriginScope origins, LocalDateRange days) {
      parts.computeIfAbsent(origins, o -> new HashSet<>()).add(days);
    }

    boolean holds(Country origin, LocalDate day) {
      return parts.entrySet().stream()
          .anyMatch(
              part ->
                  part.getValue().stream().anyMatch(days -> days.contains(day))
                      && part.getKey().includes(origin, day));
    }
  }

  Change change(TariffBook before, String convention) {
    TariffBook law = before;
    Reach reach = new Reach();
    List<String> gone = new ArrayList<>();
    List<TariffMeasure> more = new ArrayList<>();
    List<Programme> programmes = new ArrayList<>();
    for (Row row : conventions.get(convention)) {
      switch (row.cell("change")) {
        case "base" -> {
          law = law.withoutSources();
          gone.addAll(ids(law, row));
          more.add(made(TariffMeasure.base(row.cell("goods"), row.cell("rate")), row));
        }
        case "without" -> gone.addAll(ids(law, row));
        case "days" -> moved(law, row, gone, more);
        case "until" -> cut(law, row, gone, more);
        case "goods" -> widened(law, row, gone, more);
        case "adds" ->
            more.add(
                made(
                    TariffMeasure.adds(row.cell("of"), "*", row.cell("origins"), row.cell("rate"))
                        .withProducts(goods(row.cell("goods"))),
                    row));
        case "exempts" ->
            more.add(
                made(
                    TariffMeasure.exempts(
                            "exempt " + convention + " " + added,
                            "*",
                            row.cell("origins"),
                            row.cell("of").split("; ", -1))
                        .withProducts(goods(row.cell("goods"))),
                    row));
        case "yields" -> {
          programmes.add(
              Programme.of(row.cell("of")).withYieldTo(row.cell("goods").split("; ", -1)));
          reach.add(OriginScope.parse(row.cell("origins")), LocalDateRange.ALL);
        }
        default -> throw new AssertionError("unknown change " + row.cell("change"));
      }
    }
    for (String id : gone) {
      TariffMeasure each = law.measure(id).orElseThrow();
      reach.add(each.origins(), each.inForce());
    }
    more.forEach(each -> reach.add(each.origins(), each.inForce()));
    return new Change(
        law.withoutMeasures(gone)
            .withProgrammes(programmes.toArray(Programme[]::new))
            .withAll(more),
        reach);
  }

  private TariffMeasure made(TariffMeasure measure, Row row) {
    return measure.withDays(row.days()).withKnownFrom(LAST, null).withId("redux " + added++);
  }

  private static void moved(TariffBook law, Row row, List<String> gone, List<TariffMeasure> more) {
    for (String id : ids(law, row)) {
      gone.add(id);
      more.add(law.measure(id).orElseThrow().withDays(row.days()));
    }
  }

  private void widened(TariffBook law, Row row, List<String> gone, List<TariffMeasure> more) {
    for (TariffMeasure each : law.measures()) {
      if (each.products().toString().equals(row.cell("of"))) {
        gone.add(each.id());
        more.add(each.withProducts(goods(row.cell("goods"))));
      }
    }
  }

  private static void cut(TariffBook law, Row row, List<String> gone, List<TariffMeasure> more) {
    LocalDate end = row.requiredDay("until");
    for (TariffMeasure each : law.measures()) {
      LocalDateRange days = each.inForce();
      if (each.programme().equals(row.cell("of"))
          && days.getEnd().isAfter(end)
          && days.getStart().isBefore(end)) {
        gone.add(each.id());
        more.add(each.withDays(LocalDateRange.of(days.getStart(), end)));
      }
    }
  }

  /** The measures of a name, or of a programme of it; {@code *} stands for any rest of it. */
  private static List<String> ids(TariffBook law, Row row) {
    Pattern name =
        Pattern.compile(
            Arrays.stream(row.required("of").split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    List<String> ids =
        law.measures().stream()
            .filter(m -> name.matcher(m.id()).matches() || name.matcher(m.programme()).matches())
            .map(TariffMeasure::id)
            .toList();
    if (ids.isEmpty() && !row.cell("change").equals("base")) {
      throw new AssertionError("nothing is called " + row.cell("of"));
    }
    return ids;
  }

  // --- goods --------------------------------------------------------------------------------

  private ProductScope goods(String text) {
    if (text.equals("*")) {
      return ProductScope.parse("*");
    }
    NavigableSet<String> in = new TreeSet<>();
    NavigableSet<String> out = new TreeSet<>();
    String sign = "+";
    for (String part : text.split(" (?=[+&-] )|(?<=[+&-]) ", -1)) {
      if (Set.of("+", "-", "&").contains(part)) {
        sign = part;
      } else {
        NavigableSet<String> list = list(part);
        switch (sign) {
          case "+" -> in.addAll(list);
          case "-" -> {
            in.removeIf(code -> isUnder(code, list));
            out.addAll(list);
          }
          default -> in = both(in, list);
        }
      }
    }
    NavigableSet<String> wanted = in;
    out.removeIf(code -> !isUnder(code, wanted));
    return ProductScope.of(codes(in), codes(out));
  }

  private static List<HsCode> codes(Set<String> digits) {
    return digits.stream().map(HsCode::of).toList();
  }

  private static boolean isUnder(String code, NavigableSet<String> list) {
    for (int digits = 2; digits <= code.length(); digits += 2) {
      if (list.contains(code.substring(0, digits))) {
        return true;
      }
    }
    return false;
  }

  private static NavigableSet<String> both(NavigableSet<String> one, NavigableSet<String> other) {
    NavigableSet<String> both = new TreeSet<>();
    one.stream().filter(code -> isUnder(code, other)).forEach(both::add);
    other.stream().filter(code -> isUnder(code, one)).forEach(both::add);
    return both;
  }

  private NavigableSet<String> list(String name) {
    return lists.computeIfAbsent(name, ReduxLaw::read);
  }

  private static NavigableSet<String> read(String name) {
    if (name.matches("[0-9.]+")) {
      return new TreeSet<>(Set.of(name.replace(".", "")));
    }
    return name.startsWith("law:")
        ? codes("law/scopes/" + name.substring(4, name.indexOf(' ')), "code", heading(name))
        : codes(
            "witness/redux/" + name, name.startsWith("section122") ? "hts_code" : "HTSUS", null);
  }

  private static String heading(String name) {
    return name.substring(name.indexOf(' ') + 1);
  }

  private static NavigableSet<String> codes(String file, String column, @Nullable String heading) {
    Path path = SharedFiles.require("facts/" + file + ".csv");
    NavigableSet<String> codes = new TreeSet<>();
    for (Row row :
        CsvFile.read(CsvFile.name(path), CsvFile.open(path), List.of(column), List.of()).rows()) {
      if (heading == null || row.cell("heading").equals(heading)) {
        codes.add(HsCode.of(row.cell(column)).digits());
      }
    }
    return codes;
  }
}
