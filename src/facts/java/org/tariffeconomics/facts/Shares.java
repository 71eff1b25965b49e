package org.tariffeconomics.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Makes the bundled shares from files of The Budget Lab at Yale (tariff-rate-tracker): per year and
 * partner the share of each legal line on which the USMCA was claimed, weighted by the imports of
 * 2024, in percent, in the order of the bundled imports; and the metal shares of each good of the
 * input-output accounts, brought to a sum of one where their sum is higher.
 *
 * <p>Arguments: the folder to write to, the bundle's folder of imports, the file of imports by
 * statistical line, and the folder of the shares.
 */
public final class Shares {

  private static final List<String> PARTNERS = List.of("CA", "MX");
  private static final Map<String, String> CENSUS = Map.of("1220", "CA", "2010", "MX");
  private static final int LEGAL_DIGITS = 8;

  private Shares() {}

  private static final class Mean {
    private double value;
    private double claimed;

    private String percent() {
      return value > 0 ? "" + Math.round(100 * claimed / value) : "-";
    }
  }

  /**
   * Makes the files.
   *
   * @param args the folder to write to, and what to read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException(
          "Write: the folder of the bundle, its folder of imports, the file of imports, and the"
              + " folder of shares");
    }
    Path to = Files.createDirectories(Path.of(args[0]));
    Map<String, Double> imports = imports(Path.of(args[2]));
    for (int year : new int[] {2024, 2025}) {
      Path shares = Path.of(args[3], "usmca_product_shares_" + year + ".csv.gz");
      Files.writeString(
          to.resolve("usmca-" + year + ".txt"),
          text(Path.of(args[1], "partners.txt"), means(imports, shares)));
    }
    Files.writeString(
        to.resolve("metals-2017.csv"),
        metals(Path.of(args[3], "metal_content_shares_bea_hs10.csv.gz")));
  }

  private static Map<String, Double> imports(Path file) throws IOException {
    Map<String, Double> imports = new TreeMap<>();
    rows(
        file,
        cells -> {
          if (PARTNERS.contains(cells[1])) {
            imports.put(cells[0] + cells[1], Double.parseDouble(cells[2]));
          }
        });
    return imports;
  }

  private static Map<String, Mean> means(Map<String, Double> imports, Path shares)
      throws IOException {
    Map<String, Mean> means = new TreeMap<>();
    rows(
        shares,
        cells -> {
          String partner = CENSUS.get(cells[1]);
          Double value = imports.get(cells[0] + partner);
          if (value != null) {
            Mean mean =
                means.computeIfAbsent(
                    cells[0].substring(0, LEGAL_DIGITS) + partner, k -> new Mean());
            mean.value += value;
            mean.claimed += value * Double.parseDouble(cells[2]);
          }
        });
    return means;
  }

  private static String text(Path partners, Map<String, Mean> means) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String partner : PARTNERS) {
      text.append(partner);
      for (String line : Files.readAllLines(partners)) {
        int blank = line.indexOf(' ');
        if (partners(line.substring(blank + 1)).anyMatch(partner::equals)) {
          Mean mean = means.getOrDefault(line.substring(0, blank) + partner, new Mean());
          text.append(' ').append(mean.percent());
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Stream<String> partners(String all) {
    return Stream.iterate(0, at -> at < all.length(), at -> at + 2)
        .map(at -> all.substring(at, at + 2));
  }

  private static String metals(Path file) throws IOException {
    Map<String, String> goods = new TreeMap<>();
    rows(
        file,
        cells -> {
          if (!cells[2].equals("NA")) {
            goods.put(cells[2], metals(cells));
          }
        });
    StringBuilder text = new StringBuilder("commodity,steel,aluminium,copper\n");
    goods.forEach((good, shares) -> text.append(good).append(',').append(shares).append('\n'));
    return text.toString();
  }

  private static String metals(String[] cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 3; i < 6; i++) {
      sum = sum.add(new BigDecimal(cells[i]));
    }
    BigDecimal most = sum.max(BigDecimal.ONE);
    return String.join(
        ",",
        Stream.of(cells[3], cells[4], cells[5])
            .map(share -> new BigDecimal(share).divide(most, 3, RoundingMode.DOWN).toPlainString())
            .toList());
  }

  private static void rows(Path file, Consumer<String[]> each) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        each.accept(row.split(",", -1));
      }
    }
  }
}
