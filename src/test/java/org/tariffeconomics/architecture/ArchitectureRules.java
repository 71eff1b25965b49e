package org.tariffeconomics.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toSet;

import com.google.common.annotations.Beta;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, for the packages below a root. */
final class ArchitectureRules {

  /** The floor of each package; a package may use only packages on lower floors. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("basics", 1),
          Map.entry("report", 1),
          Map.entry("reading", 2),
          Map.entry("rate", 3),
          Map.entry("tariff", 4),
          Map.entry("equilibrium", 4),
          Map.entry("indicator", 4),
          Map.entry("investment", 4),
          Map.entry("uncertainty", 4),
          Map.entry("schedule", 5),
          Map.entry("quota", 5),
          Map.entry("landedcost", 6),
          Map.entry("panel", 6),
          Map.entry("border", 7),
          Map.entry("deal", 7),
          Map.entry("competitiveness", 7),
          Map.entry("economy", 7),
          Map.entry("io", 8),
          Map.entry("io.canada", 8),
          Map.entry("io.hts", 8),
          Map.entry("io.japan", 8),
          Map.entry("io.norway", 8),
          Map.entry("io.uk", 8),
          Map.entry("io.trade", 8),
          Map.entry("reference", 10),
          Map.entry("", 11));

  private static final Set<String> HIDDEN_LIBRARIES =
      Set.of("com.google.common.", "org.apache.commons.math3.", "com.fasterxml.jackson.");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  ArchRule packagesUseOnlyLowerFloors() {
    return classes()
        .should(
            reportEach(
                "use only packages on lower floors",
                origin -> origin.getDirectDependenciesFromSelf().stream().filter(this::climbs),
                Dependency::getDescription));
  }

  private boolean climbs(Dependency use) {
    String from = room(use.getOriginClass());
    String to = room(use.getTargetClass().getBaseComponentType());
    return to != null && !to.equals(from) && floor(to) >= floor(from);
  }

  /** The package below the root; null where it lies elsewhere. */
  private String room(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return "";
    }
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : null;
  }

  private static int floor(String room) {
    return FLOORS.getOrDefault(room, Integer.MAX_VALUE);
  }

  ArchRule everyPackageHasAFloor() {
    return classes()
        .should(
            reportEach(
                "lie in a package that has a floor",
                type -> Stream.ofNullable(room(type)).filter(room -> !FLOORS.containsKey(room)),
                room -> room + " has no floor"));
  }

  /** The one class that is for users of a library: Jackson's databind, where they have it. */
  private static final String FOR_JACKSON = "TariffJackson";

  static ArchRule signaturesHideLibrariesUsedInside() {
    return classes()
        .that(
            DescribedPredicate.describe(
                "are not for a library", type -> !type.getSimpleName().equals(FOR_JACKSON)))
        .should(
            reportEach(
                "not show a type of Guava, Commons Math or Jackson",
                type ->
                    isExported(type)
                        ? shownTypes(type).filter(ArchitectureRules::isHidden)
                        : Stream.empty(),
                shown -> shown.getName() + " is shown"));
  }

  private static Stream<JavaClass> shownTypes(JavaClass type) {
    Stream<JavaType> supertypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaClass> ofType =
        Stream.concat(supertypes, type.getTypeParameters().stream())
            .flatMap(each -> each.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> ofMembers =
        type.getMembers().stream()
            .filter(ArchitectureRules::isExportedMember)
            .flatMap(ArchitectureRules::shownTypes);
    return Stream.concat(ofType, ofMembers);
  }

  private static Stream<JavaClass> shownTypes(JavaMember member) {
    Stream<JavaClass> thrown =
        member instanceof JavaCodeUnit unit
            ? unit.getExceptionTypes().stream().map(JavaClass::getBaseComponentType)
            : Stream.empty();
    return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown);
  }

  private static boolean isHidden(JavaClass type) {
    return HIDDEN_LIBRARIES.stream().anyMatch(type.getName()::startsWith);
  }

  /** Reachable from another package: public or protected, and so is all that encloses it. */
  private static boolean isExported(JavaClass type) {
    boolean itself =
        type.getModifiers().contains(JavaModifier.PUBLIC)
            || type.getModifiers().contains(JavaModifier.PROTECTED);
    return itself && type.getEnclosingClass().map(ArchitectureRules::isExported).orElse(true);
  }

  private static boolean isExportedMember(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  static ArchRule exportedTypesHaveNoMutableState() {
    return classes()
        .should(
            reportEach(
                "keep its fields to itself, but for constants that are no arrays, and have no setter",
                type ->
                    isExported(type)
                        ? type.getMembers().stream().filter(ArchitectureRules::canChange)
                        : Stream.empty(),
                member -> member.getFullName() + " can be changed"));
  }

  private static boolean canChange(JavaMember member) {
    if (member instanceof JavaField field) {
      boolean isConstant =
          field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL));
      boolean isSeenArray = isExportedMember(field) && field.getRawType().isArray();
      return !field.getModifiers().contains(JavaModifier.PRIVATE) && (!isConstant || isSeenArray);
    }
    return isExportedMember(member) && member.getName().matches("set[A-Z].*");
  }

  /** Only a table prints. */
  ArchRule nobodyElsePrints() {
    return classes()
        .should(
            reportAccesses(
                "not print, but for Table.print",
                access -> isConsole(access) && !mayPrint(access.getOrigin())));
  }

  private static boolean isConsole(JavaAccess<?> access) {
    boolean stream =
        access.getTargetOwner().isEquivalentTo(System.class)
            && Set.of("out", "err").contains(access.getTarget().getName());
    return stream || access.getTarget().getName().equals("printStackTrace");
  }

  private boolean mayPrint(JavaCodeUnit origin) {
    return origin.getFullName().equals(root + ".report.Table.print()");
  }

  static ArchRule nobodyLooksAtAClock() {
    return classes()
        .should(reportAccesses("not look at a clock", ArchitectureRules::looksAtAClock));
  }

  private static boolean looksAtAClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
      case "java.time.Clock" -> true;
      case "java.util.Date" -> name.equals("<init>") && hasNoArguments(access);
      case "java.util.Calendar" -> name.equals("getInstance");
      default -> isDateLibrary(owner) && name.equals("now");
    };
  }

  private static boolean isDateLibrary(String owner) {
    return owner.startsWith("java.time.") || owner.startsWith("org.threeten.extra.");
  }

  private static boolean hasNoArguments(JavaAccess<?> access) {
    return access instanceof JavaConstructorCall call
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  static ArchRule chanceNeedsASeed() {
    return classes()
        .should(reportAccesses("not draw without a seed", ArchitectureRules::drawsWithoutASeed));
  }

  private static boolean drawsWithoutASeed(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String call = owner.getName() + "." + access.getTarget().getName();
    boolean unseeded = isGenerator(owner) && hasNoArguments(access);
    boolean ownGenerator =
        owner.getName().startsWith("org.apache.commons.math3.distribution.")
            && access.getTarget().getName().equals("sample");
    return unseeded
        || ownGenerator
        || owner.getName().equals("java.util.concurrent.ThreadLocalRandom")
        || owner.getName().equals("java.security.SecureRandom")
        || Set.of("java.lang.Math.random", "java.util.UUID.randomUUID").contains(call)
        || (call.equals("java.util.Collections.shuffle") && parameters(access) == 1);
  }

  private static int parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().size()
        : 0;
  }

  private static boolean isGenerator(JavaClass type) {
    return type.isAssignableTo(Random.class)
        || type.isAssignableTo("java.util.random.RandomGenerator")
        || type.isAssignableTo("org.apache.commons.math3.random.RandomGenerator");
  }

  static ArchRule nobodyUsesWhatGuavaMayTakeAway() {
    return classes()
        .should(reportAccesses("not use a @Beta part of Guava", ArchitectureRules::isBeta));
  }

  private static boolean isBeta(JavaAccess<?> access) {
    Optional<? extends CanBeAnnotated> member = access.getTarget().resolveMember();
    return Stream.concat(Stream.of(access.getTargetOwner()), member.stream())
        .anyMatch(each -> each.isAnnotatedWith(Beta.class.getName()));
  }

  static ArchRule packagesOfExportedTypesAreNullMarked() {
    return classes()
        .should(
            reportEach(
                "lie in a package that is @NullMarked",
                type ->
                    isExported(type) && !type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.of(type)
                        : Stream.empty(),
                type -> type.getPackageName() + " is not @NullMarked"));
  }

  private static ArchCondition<JavaClass> reportAccesses(
      String description, Predicate<JavaAccess<?>> forbidden) {
    return reportEach(
        description,
        type ->
            Stream.<JavaAccess<?>>concat(
                    type.getAccessesFromSelf().stream(),
                    type.getCodeUnitReferencesFromSelf().stream())
                .filter(forbidden),
        JavaAccess::getDescription);
  }

  private static <T> ArchCondition<JavaClass> reportEach(
      String description, Function<JavaClass, Stream<T>> culprits, Function<T, String> message) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Collection<String> found =
            culprits
                .apply(type)
                .map(culprit -> type.getName() + ": " + message.apply(culprit))
                .collect(toSet());
        found.forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
      }
    };
  }
}
