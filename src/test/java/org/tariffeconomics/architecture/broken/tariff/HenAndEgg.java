package org.tariffeconomics.architecture.broken.tariff;

/** Two classes of which neither is ready before the other. */
final class HenAndEgg {

  private HenAndEgg() {}

  static final class Hen {
    static final String FIRST = first();

    private Hen() {}

    private static String first() {
      return "a hen out of " + Egg.FIRST;
    }
  }

  static final class Egg {
    static final String FIRST = Shell.around();

    private Egg() {}
  }

  static final class Shell {
    private Shell() {}

    static String around() {
      return "an egg of " + Hen.FIRST;
    }
  }
}
