package org.tariffeconomics.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which classes are made ready while another is. Two that make each other ready stand still for
 * ever when two threads begin, each with the other one of them (Java Language Specification, 12.4).
 *
 * <p>Calls are followed to the method that is named: of one that others override only that one is
 * looked at.
 */
final class ClassBeginnings {

  private final Map<String, JavaClass> classes = new TreeMap<>();

  private ClassBeginnings(JavaClasses all) {
    all.forEach(each -> classes.put(each.getName(), each));
  }

  /** The pairs of classes that make each other ready. */
  static List<String> waitingForEachOther(JavaClasses all) {
    ClassBeginnings beginnings = new ClassBeginnings(all);
    Map<String, Set<String>> made = new TreeMap<>();
    beginnings.classes.forEach((name, each) -> made.put(name, beginnings.madeReadyBy(each)));
    List<String> pairs = new ArrayList<>();
    made.forEach(
        (one, others) ->
            others.stream()
                .filter(other -> one.compareTo(other) < 0 && made.get(other).contains(one))
                .forEach(other -> pairs.add(one + " and " + other)));
    return pairs;
  }

  private Set<String> madeReadyBy(JavaClass type) {
    Set<String> made = new TreeSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> todo = new ArrayDeque<>();
    type.getStaticInitializer().ifPresent(todo::add);
    while (!todo.isEmpty()) {
      JavaCodeUnit unit = todo.pop();
      if (seen.add(unit)) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          madeReadyBy(access).filter(name -> !name.equals(type.getName())).ifPresent(made::add);
          called(access).ifPresent(todo::add);
        }
      }
    }
    return made;
  }

  private Optional<String> madeReadyBy(JavaAccess<?> access) {
    JavaClass owner = classes.get(access.getTargetOwner().getName());
    boolean makes =
        owner != null
            && owner.getStaticInitializer().isPresent()
            && (access instanceof JavaConstructorCall || isStatic(access));
    return makes ? Optional.of(owner.getName()) : Optional.empty();
  }

  private static boolean isStatic(JavaAccess<?> access) {
    Optional<? extends JavaMember> member =
        access instanceof JavaFieldAccess field
            ? field.getTarget().resolveMember()
            : member(access);
    return member.filter(m -> m.getModifiers().contains(JavaModifier.STATIC)).isPresent();
  }

  private static Optional<? extends JavaMember> member(JavaAccess<?> access) {
    return access instanceof JavaCodeUnitAccess<?> call
        ? call.getTarget().resolveMember()
        : Optional.empty();
  }

  private Optional<JavaCodeUnit> called(JavaAccess<?> access) {
    return member(access)
        .filter(member -> classes.containsKey(member.getOwner().getName()))
        .map(JavaCodeUnit.class::cast);
  }
}
