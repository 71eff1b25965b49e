package stranger;

/** What the programs here hold answers against. */
final class Expect {

  private Expect() {}

  static void expect(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("expected " + expected + " but was " + actual);
    }
  }

  static void use(String text) {
    if (text.isBlank()) {
      throw new IllegalStateException("an empty answer");
    }
  }
}
