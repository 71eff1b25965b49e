package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The bundled input–output table: inputs from home and abroad by commodity and industry. */
final class BeaTable {

  private static final String FOLDER = "bea-2017/";

  /** The character that follows 9. */
  private static final char AFTER_DIGITS = ':';

  private final List<String> industries = new ArrayList<>();
  private final Map<String, String> titles = new HashMap<>();
  private final List<String> commodities = new ArrayList<>();
  private final List<String> goods = new ArrayList<>();
  private final NavigableMap<String, String> prefixes = new TreeMap<>();
  private final double[] outputs;

  /** Inputs from home and from abroad, {@code [commodity][industry]}. */
  private final double[][] homeUse;

  private final double[][] importUse;
  private final double[] households;
  private final double[] householdImports;

  /** The industry that makes a commodity; −1 where none does. */
  private final int[] maker;

  private BeaTable(Sheet industrySheet, Sheet commoditySheet, Sheet prefixSheet) {
    this.outputs = new double[industrySheet.rows().size()];
    for (Sheet.Row row : industrySheet.rows()) {
      String code = industrySheet.text(row, "code");
      outputs[industries.size()] = industrySheet.number(row, "output");
      industries.add(code);
      titles.put(code, industrySheet.text(row, "title"));
    }
    int count = commoditySheet.rows().size();
    this.homeUse = new double[count][industries.size()];
    this.importUse = new double[count][industries.size()];
    this.households = new double[count];
    this.householdImports = new double[count];
    this.maker = new int[count];
    Map<String, Integer> makers = Index.of(industries);
    for (Sheet.Row row : commoditySheet.rows()) {
      String code = commoditySheet.text(row, "code");
      int c = commodities.size();
      commodities.add(code);
      titles.putIfAbsent(code, commoditySheet.text(row, "title"));
      if (commoditySheet.number(row, "goods") == 1) {
        goods.add(code);
      }
      maker[c] = makers.getOrDefault(code, -1);
      unpack(commoditySheet.text(row, "use"), homeUse[c]);
      unpack(commoditySheet.text(row, "import_use"), importUse[c]);
      takeOffImports(c);
      households[c] = commoditySheet.number(row, "households", 0);
      householdImports[c] =
          Math.min(commoditySheet.number(row, "households_imported", 0), households[c]);
    }
    for (Sheet.Row row : prefixSheet.rows()) {
      for (String prefix : Sheet.words(prefixSheet.text(row, "hts_prefixes"))) {
        prefixes.put(prefix, prefixSheet.text(row, "commodity"));
      }
    }
  }

  static BeaTable read() {
    return new BeaTable(
        Sheet.bundled(FOLDER + "industries.csv"),
        Sheet.bundled(FOLDER + "commodities.csv"),
        Sheet.bundled(FOLDER + "hts-commodities.csv"));
  }

  /** Numbers in the order of the industries; {@code n>v} leaves out n industries first. */
  private static void unpack(String packed, double[] row) {
    int at = 0;
    for (String word : Sheet.words(packed)) {
      int gap = word.indexOf('>');
      at += gap < 0 ? 0 : Integer.parseInt(word.substring(0, gap));
      row[at++] = Double.parseDouble(word.substring(gap + 1));
    }
  }

  /** Nine cells have more imports than total use, by rounding of the source: none is from home. */
  private void takeOffImports(int c) {
    for (int i = 0; i < homeUse[c].length; i++) {
      homeUse[c][i] = Math.max(0, homeUse[c][i] - importUse[c][i]);
    }
  }

  List<String> industries() {
    return List.copyOf(industries);
  }

  List<String> goods() {
    return List.copyOf(goods);
  }

  int commodities() {
    return commodities.size();
  }

  double[] outputs() {
    return outputs;
  }

  String title(String code) {
    String title = titles.get(code);
    if (title == null) {
      throw Index.noSuch("industry or good", code, industries);
    }
    return title;
  }

  int commodity(String code) {
    if (!goods.contains(code)) {
      throw Index.noSuch("good", code, goods);
    }
    return commodities.indexOf(code);
  }

  /** The good of the longest prefix, or else those of the longer ones that begin so. */
  List<String> goodsOf(String digits) {
    for (int length = digits.length(); length > 0; length--) {
      String good = prefixes.get(digits.substring(0, length));
      if (good != null && !isSplit(digits)) {
        return List.of(good);
      }
    }
    return prefixes.subMap(digits, digits + AFTER_DIGITS).values().stream()
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isSplit(String digits) {
    String next = prefixes.higherKey(digits);
    return next != null && next.startsWith(digits);
  }

  /** I − A_d', by rows: an industry's cost falls on the makers of what it uses from home. */
  double[] system() {
    int n = industries.size();
    double[] system = new double[n * n];
    for (int i = 0; i < n; i++) {
      system[i * n + i] = 1;
    }
    for (int c = 0; c < homeUse.length; c++) {
      for (int i = 0; i < n && maker[c] >= 0; i++) {
        if (outputs[i] > 0) {
          system[i * n + maker[c]] -= homeUse[c][i] / outputs[i];
        }
      }
    }
    return system;
  }

  double importedInputs() {
    double sum = 0;
    for (String good : goods) {
      for (double each : importUse[commodities.indexOf(good)]) {
        sum += each;
      }
    }
    return sum;
  }

  /** A_m' τ: what duties on imported inputs add to each industry's cost. */
  double[] importedCost(double[] duties) {
    double[] cost = new double[industries.size()];
    for (int c = 0; c < duties.length; c++) {
      if (duties[c] != 0) {
        for (int i = 0; i < cost.length; i++) {
          cost[i] += outputs[i] > 0 ? duties[c] * importUse[c][i] / outputs[i] : 0;
        }
      }
    }
    return cost;
  }

  Map<String, Double> directParts(int industry, double[] duties) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (int c = 0; c < duties.length; c++) {
      double part =
          outputs[industry] > 0 ? duties[c] * importUse[c][industry] / outputs[industry] : 0;
      if (part != 0) {
        parts.put(commodities.get(c), part);
      }
    }
    return parts;
  }

  double householdImports(double[] duties) {
    return Flat.dot(duties, 0, householdImports, 0, duties.length) / householdTotal();
  }

  double householdHomeGoods(double[] push) {
    double sum = 0;
    for (int c = 0; c < households.length; c++) {
      if (maker[c] >= 0) {
        sum += (households[c] - householdImports[c]) * push[maker[c]];
      }
    }
    return sum / householdTotal();
  }

  private double householdTotal() {
    double total = 0;
    for (double each : households) {
      total += each;
    }
    return total;
  }

  /** What is left of each industry's output when its sales to industries are taken off. */
  double[] homeFinalDemand() {
    double[] demand = outputs.clone();
    for (int c = 0; c < homeUse.length; c++) {
      if (maker[c] >= 0) {
        for (int i = 0; i < outputs.length; i++) {
          demand[maker[c]] -= outputs[i] > 0 ? homeUse[c][i] : 0;
        }
      }
    }
    return demand;
  }
}
