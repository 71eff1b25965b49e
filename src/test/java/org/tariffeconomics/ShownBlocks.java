package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a document: what is typed ({@code java}), and, where a block of {@code text}
 * follows, what it must print. With {@code -Dpages.write=true} what is printed is written into the
 * document in place of what it shows: to be read before it is kept.
 */
final class ShownBlocks {

  static final Pattern MARKDOWN = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  static final Pattern HTML =
      Pattern.compile("<pre class=\"(\\w+)\">\\n(.*?)</pre>", Pattern.DOTALL);

  /** A block, in its place in the document. */
  record Block(String language, String text, int start, int end) {}

  private final Path file;
  private final boolean html;
  private final String document;
  private final List<Block> blocks = new ArrayList<>();

  private ShownBlocks(Path file, boolean html) throws IOException {
    this.file = file;
    this.html = html;
    this.document = Files.readString(file);
    Matcher matcher = (html ? HTML : MARKDOWN).matcher(document);
    while (matcher.find()) {
      blocks.add(
          new Block(matcher.group(1), read(matcher.group(2)), matcher.start(2), matcher.end(2)));
    }
  }

  static ShownBlocks ofMarkdown(Path file) throws IOException {
    return new ShownBlocks(file, false);
  }

  static ShownBlocks ofHtml(Path file) throws IOException {
    return new ShownBlocks(file, true);
  }

  List<Block> all() {
    return List.copyOf(blocks);
  }

  List<String> of(String language) {
    return blocks.stream().filter(b -> b.language().equals(language)).map(Block::text).toList();
  }

  /** Runs every block in one session; what is shown must be what is printed. */
  int run() throws IOException {
    StringBuilder shown = new StringBuilder();
    StringBuilder printed = new StringBuilder();
    StringBuilder written = new StringBuilder(document);
    int shift = 0;
    int run = 0;
    try (ShellSession shell = new ShellSession()) {
      for (int i = 0; i < blocks.size(); i++) {
        if (!blocks.get(i).language().equals("java")) {
          continue;
        }
        String output = shell.printedBy(blocks.get(i).text());
        run++;
        if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
          Block text = blocks.get(i + 1);
          shown.append(blocks.get(i).text()).append(text.text().strip()).append('\n');
          printed.append(blocks.get(i).text()).append(output.strip()).append('\n');
          String replacement = write(output.strip() + "\n");
          written.replace(text.start() + shift, text.end() + shift, replacement);
          shift += replacement.length() - (text.end() - text.start());
        }
      }
    }
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(file, written);
    } else {
      assertEquals(withoutHash(shown.toString()), withoutHash(printed.toString()), file.toString());
    }
    return run;
  }

  /** The hash of a version follows the facts day by day; another test holds it. */
  private static String withoutHash(String text) {
    return text.replaceAll("\\+[0-9a-f]{8}\\b", "+…");
  }

  private String read(String text) {
    UnaryOperator<String> plain =
        t -> t.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return html ? plain.apply(text) : text;
  }

  private String write(String text) {
    return html ? text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") : text;
  }
}
