package org.tariffeconomics.reading;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a file of text, plain, gzipped, or zipped (also a zip in a zip), without unpacking it. */
final class TextFiles {

  private static final int DEEPEST = 3;
  private static final int BUFFER = 1 << 16;

  private TextFiles() {}

  /** Takes the texts of a file one by one. */
  interface TextConsumer {

    /** Whether a member of an archive is to be read. */
    boolean wants(String member);

    void accept(String name, Reader in, boolean inArchive) throws IOException;
  }

  static void each(Path path, PassLog log, TextConsumer consumer) throws IOException {
    String name = CsvFile.name(path);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      each(name, in, log, consumer, 0);
    }
  }

  private static void each(
      String name, InputStream in, PassLog log, TextConsumer consumer, int depth)
      throws IOException {
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    if (starts(magic, 0x1f, 0x8b)) {
      InputStream unpacked = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      each(name, unpacked, log, consumer, depth);
    } else if (starts(magic, 'P', 'K') && depth < DEEPEST) {
      eachMember(name, new ZipInputStream(in), log, consumer, depth + 1);
    } else {
      text(name, in, magic, log, consumer, depth > 0);
    }
  }

  private static void eachMember(
      String name, ZipInputStream zip, PassLog log, TextConsumer consumer, int depth)
      throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String member = entry.getName();
      if (entry.isDirectory()) {
        continue;
      }
      boolean archive = member.toLowerCase(Locale.ROOT).endsWith(".zip");
      if (archive || consumer.wants(member)) {
        InputStream open = new BufferedInputStream(new Unclosed(zip), BUFFER);
        each(name + "/" + member, open, log, consumer, depth);
      } else {
        log.leaveOut("member " + member);
      }
    }
  }

  private static void text(
      String name,
      InputStream in,
      byte[] magic,
      PassLog log,
      TextConsumer consumer,
      boolean inArchive)
      throws IOException {
    Charset charset = charset(magic);
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
      log.problem(new CsvProblem(name, text.badLine, "", "", message));
    }
  }

  private static Charset charset(byte[] magic) {
    boolean wide = starts(magic, 0xfe, 0xff) || starts(magic, 0xff, 0xfe);
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
  private static final class CheckedText extends FilterReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACED = '\uFFFD';

    private boolean begun;
    private long line = 1;
    private long badLine;

    CheckedText(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      if (!begun && count > 0) {
        begun = true;
        if (buffer[offset] == BYTE_ORDER_MARK) {
          System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
          count = count > 1 ? count - 1 : in.read(buffer, offset, length);
        }
      }
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
