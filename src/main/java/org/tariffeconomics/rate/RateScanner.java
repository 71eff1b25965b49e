package org.tariffeconomics.rate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Texts;

/** A place in a cleaned text that moves on over what the grammar accepts. */
final class RateScanner {

  private static final Pattern BLANKS = Pattern.compile(" *");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]++|\"\")*+)\"");
  private static final Pattern END_OF_WORDS =
      Pattern.compile(
          " ?\\+| - | plus | minus | ?;|,? ?but |,? ?whichever | MIN\\b| MAX\\b"
              + "| ?\\([0-9]{1,2} ?[A-Z]{3}[A-Za-z]* ?-");

  /** A stroke at the edge of words: a part of them is missing. */
  private static final Pattern TORN = Pattern.compile("[/¢-].*|.*[/-]");

  private final CleanText clean;
  private final String text;
  private int at;

  /** Whether a comma ends a rate here, as it does within max(…) and min(…). */
  private boolean inList;

  RateScanner(CleanText clean) {
    this.clean = clean;
    this.text = clean.text();
  }

  CleanText clean() {
    return clean;
  }

  int at() {
    return at;
  }

  void moveTo(int place) {
    at = place;
  }

  /** Sets whether a comma ends a rate; the answer is what was set before. */
  boolean setInList(boolean list) {
    boolean before = inList;
    inList = list;
    return before;
  }

  private String rest() {
    return text.substring(at);
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /** What is still unread, as a message repeats it. */
  String unread() {
    return Texts.quoted(rest());
  }

  RateSyntaxException stuck(String reason) {
    return new RateSyntaxException(reason, clean.origin(at));
  }

  Matcher look(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    matcher.useTransparentBounds(true);
    matcher.region(at, text.length());
    return matcher;
  }

  boolean accept(Pattern pattern) {
    Matcher matcher = look(pattern);
    if (matcher.lookingAt()) {
      at = matcher.end();
      return true;
    }
    return false;
  }

  /** Accepts after blanks, which stay unread where the pattern is not there. */
  boolean acceptNext(Pattern pattern) {
    int before = at;
    acceptBlanks();
    if (accept(pattern)) {
      return true;
    }
    at = before;
    return false;
  }

  void acceptBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  void expect(Pattern pattern, String what) {
    if (!acceptNext(pattern)) {
      throw stuck("the " + what + " is missing");
    }
  }

  /** The matcher where the pattern is next, with the place moved behind it. */
  Matcher expectNext(Pattern pattern, String what) {
    accept(BLANKS);
    Matcher matcher = look(pattern);
    if (!matcher.lookingAt()) {
      throw stuck("the " + what + " is missing");
    }
    at = matcher.end();
    return matcher;
  }

  boolean isQuoteNext() {
    return at < text.length() && text.charAt(at) == '"';
  }

  /** Words in quotes. */
  String quoted() {
    return expectNext(QUOTED, "text in quotes").group(1).replace("\"\"", "\"");
  }

  /** Words in quotes, or up to what cannot belong to them. */
  String words() {
    if (look(QUOTED).lookingAt()) {
      return quoted();
    }
    int start = at;
    int depth = 0;
    while (at < text.length() && !(depth == 0 && endsWords())) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    String words = text.substring(start, at).strip();
    if (TORN.matcher(words).matches()) {
      at = start;
      throw stuck(Texts.quoted(words) + " is a torn word");
    }
    return words;
  }

  private boolean endsWords() {
    char c = text.charAt(at);
    return c == ')' || (inList && c == ',') || look(END_OF_WORDS).lookingAt();
  }
}
