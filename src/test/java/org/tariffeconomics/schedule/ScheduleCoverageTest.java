package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;

/** Reads every rate of a US schedule: of a slice, and of a whole one beside the project. */
class ScheduleCoverageTest {

  @Test
  void all_but_a_few_conditional_rates_of_a_us_schedule_are_understood() throws IOException {
    Path file = SharedFiles.require("data/hts/hts_2025_basic.json.gz");
    assertUnderstood(rates(new GZIPInputStream(Files.newInputStream(file))), 80_000);
  }

  @Test
  void all_but_a_few_conditional_rates_of_a_slice_are_understood() throws IOException {
    assertUnderstood(rates(Files.newInputStream(SharedFiles.release())), 300);
  }

  private static void assertUnderstood(List<DutyRate> rates, int atLeast) {
    List<DutyRate> unsupported =
        rates.stream().filter(r -> r instanceof DutyRate.Unsupported).toList();
    System.out.println(
        "US schedule: " + rates.size() + " rates, " + unsupported.size() + " not understood");
    assertTrue(rates.size() >= atLeast, () -> "only " + rates.size());
    unsupported.forEach(
        rate ->
            assertTrue(
                rate.toString().matches("Free[,( ].*|.*the total duty.*|.*customs drawback.*"),
                rate::toString));
    rates.stream().distinct().forEach(r -> assertEquals(r, DutyRate.parse(r.toString())));
  }

  private static List<DutyRate> rates(InputStream json) throws IOException {
    List<DutyRate> rates = new ArrayList<>();
    try (json) {
      for (JsonNode line : new ObjectMapper().readTree(json)) {
        for (String column : List.of("general", "other", "additionalDuties")) {
          rates.add(DutyRate.parse(text(line, column)));
        }
        SpecialRate.parse(text(line, "special")).forEach(group -> rates.add(group.rate()));
      }
    }
    return rates;
  }

  private static String text(JsonNode line, String column) {
    return line.path(column).isNull() ? "" : line.path(column).asText();
  }
}
