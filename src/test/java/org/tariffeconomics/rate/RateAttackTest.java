package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts made to exhaust the stack or the clock, as long as a text may be and longer: each is read
 * on a thread with a quarter of the usual stack. The time limit only ends a hang.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RateAttackTest {

  private static final long SMALL_STACK = 256 * 1024;

  static List<String> attacks() {
    List<String> texts = new ArrayList<>();
    for (int length : new int[] {300, 1_000, 4_000, 100_000}) {
      for (String[] form : FORMS) {
        int times = Math.max(1, (length - form[0].length() - form[2].length()) / form[1].length());
        String end = form[3].isEmpty() ? form[2] : form[2] + form[3].repeat(times / 2);
        int within = form[3].isEmpty() ? times : times / 2;
        texts.add(form[0] + form[1].repeat(within) + end);
      }
    }
    return texts;
  }

  /** Beginning, what is repeated, what follows, what is repeated behind it. */
  private static final String[][] FORMS = {
    {"amount \"", "a", "\"", ""},
    {"amount \"", "\"\"", "\"", ""},
    {"amount \"", "a", "", ""},
    {"", "(", "5%", ")"},
    {"", "max(", "5%, 3%", ")"},
    {"", "max(5%, ", "5%", ")"},
    {"", "min(", "5%", ""},
    {"", "when(\"x\", ", "5%", ")"},
    {"", "inclusive ", "5%", ""},
    {"5%", " MIN 5%", "", ""},
    {"5%", " MAX 1¢/kg", "", ""},
    {"5%", " but not less than 5%", "", ""},
    {"5%", " or 3%, whichever is greater", "", ""},
    {"5%", " + 5%", "", ""},
    {"5%", " - 5%", "", ""},
    {"see ", "(1 JAN", "", ""},
    {"see ", "(1 JAN-", "", ""},
    {"see ", " - ", "", ""},
    {"see ", "a - ", "", ""},
    {"see ", "9903.01.01, ", "", ""},
    {"", "the duty provided in the applicable subheading plus ", "5%", ""},
    {"", "the duty provided in the applicable subheading + ", "", ""},
    {"the rate provided ", "the rate provided ", "", ""},
    {"5%", " ./", "x", ""},
    {"5%", " ", "x", ""},
    {"5%", ".", "x", ""},
    {"", "<", "", ""},
    {"5%", "<a", "", ""},
    {"5%", "&nbsp", "", ""},
    {"1", ",111", "%", ""},
    {"1", ",111", " EUR/kg", ""},
    {"", "9", "%", ""},
    {"0.", "9", "%", ""},
    {"1 ", "9", "/3%", ""},
    {"$", "9", "/kg", ""},
    {"1¢/", "9", "kg", ""},
    {"1¢/", "kg ", "", ""},
    {"1¢/kg", " on on", "", ""},
    {"Cond: ", "V 1 EUR/kg (01): 5%; ", "", ""},
    {"Cond: ", "A cert: D-008 (01): ; ", "", ""},
    {"Cond: A cert: ", "A-", "(01): 5%", ""},
    {"", "5% (01 JAN - 02 JAN); ", "", ""},
    {"", "(5% (01 JAN - 02 JAN); ", "5%", ")"},
    {"Free (", "A,", "A)", ""},
    {"Free (", "A,", "A B)", ""},
    {"Free (", "A ", ")", ""},
    {"Free (", "EA,", "", ""},
    {"Free (", "EA", ")", ""},
    {"Free (", "EA ", "x", ""},
    {"Free ", "(A", "", ""},
    {"Free ", "(A (A", "", ""},
    {"Free ", "(A)", "", ""},
    {"free, under ", "bond (", "", ""},
    {"x", ", but if ", " the total duty shall not exceed the duty for x", ""},
    {"x, but if x", " the total duty shall not exceed the duty for", "\"", ""},
    {"A duty upon the value of ", "a (see ", ")", ""},
    {"5% of the ", "value of the ", "case", ""},
    {"5% on ", "cost of ", "value", ""},
    {"5% of x", ", if any", "", ""},
    {"A duty upon the full value of the imported article less the value of ", "of ", "x", ""},
    {"", "EA + ", "EA", ""},
    {"5% + ", "AD S/Z ", "", ""},
    {"5%", " by", "", ""},
    {"", "\"", "", ""},
    {"", "\u00a0", "5%", ""},
    {"", "a- b", "", ""},
    {"", "1 EUR ", "", ""},
    {"", "EUR 1 ", "", ""},
    {"1 JPY/\"", "a ", "\"", ""},
  };

  @ParameterizedTest
  @MethodSource("attacks")
  void noTextEndsTheReading(String text) throws InterruptedException {
    onSmallStack(
        () -> {
          for (ReadingMode mode : ReadingMode.values()) {
            DutyRate rate = DutyRate.read(text, mode).rate();
            assertEquals(rate, DutyRate.parse(rate.toString()));
            rate.hashCode();
            SpecialRate.read(text, mode).toString();
          }
          return text;
        });
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void strictFormsRefuseInFewWords(String text) throws InterruptedException {
    onSmallStack(
        () -> {
          for (Supplier<?> strict :
              List.<Supplier<?>>of(
                  () -> DutyRate.of(text),
                  () -> Portion.parse(text),
                  () -> AgriculturalComponent.parse(text))) {
            try {
              strict.get();
            } catch (IllegalArgumentException e) {
              assertTrue(String.valueOf(e.getMessage()).length() < 500, e.getMessage());
            }
          }
          return text;
        });
  }

  @Test
  void aTextOverTheLimitIsUndeterminedWithThePlace() {
    var rate =
        assertInstanceOf(DutyRate.Unsupported.class, DutyRate.parse("5%" + " + 5%".repeat(1_000)));
    assertEquals(4_000, rate.offset());
    assertEquals(
        "a rate must have at most 4000 characters, but had 5002 at character 4000", rate.message());
  }

  @Test
  void nestingOverTheLimitIsUndeterminedWithThePlace() {
    String deep = "(".repeat(33) + "5%" + ")".repeat(33);
    var rate = assertInstanceOf(DutyRate.Unsupported.class, DutyRate.parse(deep));
    assertEquals("more than 32 rates stand within one another at character 32", rate.message());
    assertEquals("5%", DutyRate.parse("(".repeat(31) + "5%" + ")".repeat(31)).toString());
  }

  @Test
  void aSpecialCellOverTheLimitIsOneUnsupportedRate() {
    List<SpecialRate> groups = SpecialRate.parse("Free (" + "A,".repeat(3_000) + "A)");
    assertEquals(1, groups.size());
    assertInstanceOf(DutyRate.Unsupported.class, groups.get(0).rate());
  }

  @Test
  void theReasonOfAnUndeterminedDutyIsShort() {
    DutyAmount duty = DutyRate.parse("x".repeat(3_900)).on(DutyBasis.of(BigMoney.parse("USD 100")));
    assertTrue(duty.toString().length() < 300, duty.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "2,5%", "12,800 %", "1,234.5%", "", "  ", "5", "five", "5%%"})
  void aProgrammersRateRefusesWhatIsNotUnderstood(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> DutyRate.of(text)).getMessage();
    assertTrue(message.startsWith("A duty rate must "), message);
  }

  private static void onSmallStack(Supplier<?> work) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, work::get, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    if (thrown.get() != null) {
      throw new AssertionError(thrown.get().toString(), thrown.get());
    }
  }
}
