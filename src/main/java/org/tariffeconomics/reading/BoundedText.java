package org.tariffeconomics.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Consumer;

/** A text that is read whole, without its byte order mark, and no longer than is allowed. */
final class BoundedText extends UnmarkedText {

  private static final String NOT_UTF_8 = "the text is not UTF-8: save it as such";

  private long count;
  private boolean failed;

  BoundedText(Reader in) {
    super(in);
  }

  /** What is thrown inside where a text is too long. */
  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Whether the text broke off: what was read of it may be cut. */
  boolean failed() {
    return failed;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    try {
      int read = readOn(buffer, offset, length);
      count += Math.max(read, 0);
      if (count > Limits.FILE_CHARACTERS) {
        throw new TooLong();
      }
      return read;
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  /** Why a text breaks off; empty where the fault is not the text's. */
  static Optional<String> fault(IOException thrown) {
    if (thrown instanceof CharacterCodingException) {
      return Optional.of(NOT_UTF_8);
    }
    return thrown instanceof TooLong
        ? Optional.of(
            "the file is longer than "
                + Limits.FILE_CHARACTERS
                + " characters, the most that is read whole: reading stops here")
        : Optional.empty();
  }

  /** The whole text; empty, with a problem, where it is too long or in another encoding. */
  static Optional<String> whole(String name, Reader in, Consumer<Problem> problems)
      throws IOException {
    try (BoundedText text = new BoundedText(in)) {
      StringWriter all = new StringWriter();
      text.transferTo(all);
      return Optional.of(all.toString());
    } catch (IOException e) {
      problems.accept(Problem.error(Place.ofFile(name), "", "", fault(e).orElseThrow(() -> e)));
      return Optional.empty();
    }
  }
}
