package org.tariffeconomics.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of text in UTF-8, or as their byte order mark says: plain ones to be read whole, and
 * plain, gzipped or zipped ones as streams, without unpacking them to a disk.
 *
 * @since 0.1.0
 */
public final class TextFiles {

  private static final int BUFFER = 1 << 16;
  private static final int SIGNATURE = 4;

  private TextFiles() {}

  /**
   * Opens a file. A text that is not in its encoding throws a {@link CharacterCodingException} when
   * it is read, which the readers of this library make a problem.
   *
   * @param path the file
   * @return its text
   * @throws UncheckedIOException when it cannot be opened
   */
  public static Reader open(Path path) {
    Objects.requireNonNull(path, "path");
    try {
      return open(Files.newInputStream(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a stream as {@link #open(Path)} does a file.
   *
   * @param stream the bytes
   * @return their text
   * @throws UncheckedIOException when it cannot be read
   */
  public static Reader open(InputStream stream) {
    Objects.requireNonNull(stream, "stream");
    try {
      InputStream in = new BufferedInputStream(stream, BUFFER);
      Charset charset = charset(start(in));
      return new BufferedReader(new InputStreamReader(in, charset.newDecoder()), BUFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The whole text of a file, without its byte order mark.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param problems takes what is wrong with it
   * @return the text; empty, with an error, where it is longer than {@link Limits#FILE_CHARACTERS}
   *     or not in its encoding
   * @throws UncheckedIOException when the text cannot be read
   */
  public static Optional<String> whole(String name, Reader in, Consumer<Problem> problems) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(problems, "problems");
    try {
      return BoundedText.whole(name, in, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What problems call a file.
   *
   * @param path the file
   * @return its name without the folders
   */
  public static String name(Path path) {
    Objects.requireNonNull(path, "path");
    return Optional.ofNullable(path.getFileName()).orElse(path).toString();
  }

  /** Takes the texts of a file one by one. */
  interface TextConsumer {

    /** Whether a member of an archive is to be read. */
    boolean wants(String member);

    void accept(String name, Reader in, boolean inArchive) throws IOException;
  }

  static void each(Path path, PassLog log, TextConsumer consumer) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      each(name(path), in, log, consumer, 0);
    }
  }

  /** Reads a file at a depth of archives; what lies deeper than is allowed is an error. */
  private static void each(
      String name, InputStream in, PassLog log, TextConsumer consumer, int depth)
      throws IOException {
    byte[] start = start(in);
    boolean gzip = starts(start, 0x1f, 0x8b);
    boolean zip = starts(start, 'P', 'K') && start.length > 2 && start[2] < ' ';
    if (!gzip && !zip) {
      text(name, in, charset(start), log, consumer, depth > 0);
    } else if (depth >= Limits.ARCHIVE_DEPTH) {
      String message = "archives lie in archives deeper than " + Limits.ARCHIVE_DEPTH;
      log.problem(Problem.error(Place.ofFile(name), "", "", message));
    } else if (gzip) {
      InputStream unpacked = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      each(name, unpacked, log, consumer, depth + 1);
    } else {
      // Names that are not marked as UTF-8 are taken byte by byte, which never fails.
      eachMember(name, new ZipInputStream(in, StandardCharsets.ISO_8859_1), log, consumer, depth);
    }
  }

  private static byte[] start(InputStream in) throws IOException {
    in.mark(SIGNATURE);
    byte[] start = in.readNBytes(SIGNATURE);
    in.reset();
    return start;
  }

  private static void eachMember(
      String name, ZipInputStream zip, PassLog log, TextConsumer consumer, int depth)
      throws IOException {
    for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
      String member = readable(entry.getName());
      if (entry.isDirectory()) {
        continue;
      }
      boolean archive = member.toLowerCase(Locale.ROOT).endsWith(".zip");
      if (archive || consumer.wants(member)) {
        InputStream open = new BufferedInputStream(new Unclosed(zip), BUFFER);
        each(name + "/" + member, open, log, consumer, depth + 1);
      } else {
        log.leaveOut("member " + member);
      }
    }
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      ZipException damaged = new ZipException("the name of a member is not UTF-8 as it says");
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** A name whose bytes are UTF-8 as such, whether or not the archive says so. */
  private static String readable(String name) {
    if (name.chars().allMatch(c -> c < 0x80) || name.chars().anyMatch(c -> c > 0xff)) {
      return name;
    }
    try {
      byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return name;
    }
  }

  private static void text(
      String name,
      InputStream in,
      Charset charset,
      PassLog log,
      TextConsumer consumer,
      boolean inArchive)
      throws IOException {
    CheckedText text =
        new CheckedText(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    consumer.accept(name, text, inArchive);
    if (text.badLine > 0) {
      String message = "the text is not " + charset + " here: save it as UTF-8";
      log.problem(Problem.error(Place.ofLine(name, text.badLine), "", "", message));
    }
  }

  private static Charset charset(byte[] start) {
    boolean wide = starts(start, 0xfe, 0xff) || starts(start, 0xff, 0xfe);
    return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  /** A member of an archive, whose end is not the archive's end. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The archive is closed as a whole.
    }
  }

  /** A text without its byte order mark that notes where it first was not in its encoding. */
  private static final class CheckedText extends UnmarkedText {
    private static final char REPLACED = '\uFFFD';

    private long line = 1;
    private long badLine;

    CheckedText(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = readOn(buffer, offset, length);
      note(buffer, offset, count);
      return count;
    }

    private void note(char[] buffer, int offset, int count) {
      for (int i = offset; badLine == 0 && i < offset + count; i++) {
        if (buffer[i] == REPLACED) {
          badLine = line;
        } else if (buffer[i] == '\n') {
          line++;
        }
      }
    }
  }
}
