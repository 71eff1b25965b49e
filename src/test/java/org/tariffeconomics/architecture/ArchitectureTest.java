package org.tariffeconomics.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The library keeps the rules of the house, and each rule finds what it is there to find. */
class ArchitectureTest {

  private static final String ROOT = "org.tariffeconomics";
  private static final String BROKEN_ROOT = ROOT + ".architecture.broken";

  @Nested
  class The_library {

    private static final JavaClasses LIBRARY =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/demo/"))
            .importPackages(ROOT);

    private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);

    @Test
    void uses_in_each_package_only_lower_floors() {
      RULES.packagesUseOnlyLowerFloors().check(LIBRARY);
      RULES.everyPackageHasAFloor().check(LIBRARY);
    }

    @Test
    void shows_no_type_of_guava_or_commons_math() {
      ArchitectureRules.signaturesHideLibrariesUsedInside().check(LIBRARY);
    }

    @Test
    void has_no_mutable_state_in_an_exported_type() {
      ArchitectureRules.exportedTypesHaveNoMutableState().check(LIBRARY);
    }

    @Test
    void prints_only_in_a_table() {
      RULES.nobodyElsePrints().check(LIBRARY);
    }

    @Test
    void looks_at_no_clock() {
      ArchitectureRules.nobodyLooksAtAClock().check(LIBRARY);
    }

    @Test
    void draws_nothing_without_a_seed() {
      ArchitectureRules.chanceNeedsASeed().check(LIBRARY);
    }

    @Test
    void lets_no_two_classes_wait_for_each_other() {
      assertEquals(List.of(), ClassBeginnings.waitingForEachOther(LIBRARY));
    }

    @Test
    void uses_no_beta_part_of_guava() {
      ArchitectureRules.nobodyUsesWhatGuavaMayTakeAway().check(LIBRARY);
    }

    @Test
    void marks_every_package_for_nulls() {
      ArchitectureRules.packagesOfExportedTypesAreNullMarked().check(LIBRARY);
    }
  }

  /** What each rule says of packages that were written to break it. */
  @Nested
  class A_broken_house {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(BROKEN_ROOT);

    private static final ArchitectureRules RULES = new ArchitectureRules(BROKEN_ROOT);

    @Test
    void is_caught_using_a_neighbour_on_the_same_floor() {
      assertCulprits(RULES.packagesUseOnlyLowerFloors(), "Untidy.sameFloor()");
    }

    @Test
    void is_caught_with_a_package_without_a_floor() {
      assertCulprits(RULES.everyPackageHasAFloor(), "attic has no floor");
    }

    @Test
    void is_caught_showing_hidden_libraries() {
      assertCulprits(
          ArchitectureRules.signaturesHideLibrariesUsedInside(),
          "com.google.common.collect.ImmutableList is shown",
          "org.apache.commons.math3.analysis.UnivariateFunction is shown");
    }

    @Test
    void is_caught_with_mutable_state() {
      assertCulprits(
          ArchitectureRules.exportedTypesHaveNoMutableState(),
          "Untidy.SEEN_BY_ALL can be changed",
          "Untidy.count can be changed",
          "Untidy.setCount(int) can be changed");
    }

    @Test
    void is_caught_printing() {
      assertCulprits(RULES.nobodyElsePrints(), "Table.log()");
    }

    @Test
    void is_caught_looking_at_clocks() {
      assertCulprits(
          ArchitectureRules.nobodyLooksAtAClock(), "LocalDate.now()", "System.nanoTime()");
    }

    @Test
    void is_caught_drawing_without_a_seed() {
      assertCulprits(
          ArchitectureRules.chanceNeedsASeed(), "Math.random()", "java.util.Random.<init>()");
    }

    @Test
    void is_caught_with_classes_that_wait_for_each_other() {
      String house = BROKEN_ROOT + ".tariff.HenAndEgg$";
      assertEquals(
          List.of(house + "Egg and " + house + "Hen"), ClassBeginnings.waitingForEachOther(BROKEN));
    }

    @Test
    void is_caught_using_a_beta_part_of_guava() {
      assertCulprits(
          ArchitectureRules.nobodyUsesWhatGuavaMayTakeAway(),
          "BloomFilter.create",
          "Funnels.integerFunnel()");
    }

    @Test
    void is_caught_with_packages_that_are_not_marked_for_nulls() {
      assertCulprits(
          ArchitectureRules.packagesOfExportedTypesAreNullMarked(),
          "attic is not @NullMarked",
          "indicator is not @NullMarked",
          "report is not @NullMarked",
          "tariff is not @NullMarked");
    }

    /** Each text stands in a violation, and there are no other violations. */
    private static void assertCulprits(ArchRule rule, String... texts) {
      Collection<String> found = rule.evaluate(BROKEN).getFailureReport().getDetails();
      for (String text : texts) {
        assertTrue(found.stream().anyMatch(each -> each.contains(text)), text + " in " + found);
      }
      List<String> others =
          found.stream().filter(each -> List.of(texts).stream().noneMatch(each::contains)).toList();
      assertEquals(List.of(), others);
    }
  }
}
