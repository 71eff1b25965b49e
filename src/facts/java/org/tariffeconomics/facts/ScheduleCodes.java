package org.tariffeconomics.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Every line and statistical number that a release of the schedule has had. */
final class ScheduleCodes {

  private static final Pattern CODE = Pattern.compile("\"htsno\" *: *\"([0-9.]+)\"");

  private final NavigableSet<String> all = new TreeSet<>();

  private ScheduleCodes() {}

  static ScheduleCodes read(Path folder) throws IOException {
    ScheduleCodes codes = new ScheduleCodes();
    List<Path> releases;
    try (Stream<Path> found = Files.walk(folder)) {
      releases = found.filter(f -> f.toString().endsWith(".json.gz")).sorted().toList();
    }
    for (Path release : releases) {
      codes.add(release);
    }
    return codes;
  }

  private void add(Path release) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(release)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Matcher code = CODE.matcher(line);
        while (code.find()) {
          String digits = code.group(1).replace(".", "");
          all.add(digits);
          if (digits.length() == 10) {
            // a line without numbers of its own is printed by its number alone
            all.add(digits.substring(0, 8));
          }
        }
      }
    }
  }

  /** The statistical numbers of a line, in whatever release. */
  Collection<String> numbers(String line) {
    return under(line, 10);
  }

  private Collection<String> under(String prefix, int length) {
    return all.subSet(prefix, true, prefix + ":", true).stream()
        .filter(code -> code.length() == length)
        .toList();
  }

  /**
   * Codes that make up all numbers of a line, all lines of a subheading or of a heading, in
   * whatever release, are written as that.
   */
  NavigableSet<String> condensed(Collection<String> codes) {
    NavigableSet<String> result = new TreeSet<>(codes);
    for (int length = 8; length >= 4; length -= 2) {
      for (String above : prefixes(result, length)) {
        Collection<String> below = under(above, length == 8 ? 10 : 8);
        if (!below.isEmpty() && below.stream().allMatch(each -> isUnder(each, result))) {
          result.subSet(above, true, above + ":", true).clear();
          result.add(above);
        }
      }
    }
    return result;
  }

  private static Collection<String> prefixes(Collection<String> codes, int length) {
    NavigableSet<String> prefixes = new TreeSet<>();
    codes.stream()
        .filter(each -> each.length() > length && !each.startsWith("99"))
        .forEach(each -> prefixes.add(each.substring(0, length)));
    return prefixes;
  }

  private static boolean isUnder(String code, NavigableSet<String> codes) {
    for (int length = code.length(); length >= 4; length--) {
      if (codes.contains(code.substring(0, length))) {
        return true;
      }
    }
    return false;
  }
}
