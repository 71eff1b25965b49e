package org.tariffeconomics.report;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as Markdown and as HTML. */
final class MarkupTable {

  /** Signs that would begin markup within a line. */
  private static final String MARKDOWN = "\\`*_[]<>|~&";

  private MarkupTable() {}

  static String markdown(Table table) {
    StringBuilder out = new StringBuilder("**" + escaped(table.title()) + "**\n\n");
    out.append(line(table.columns().stream().map(MarkupTable::escaped).toList()));
    out.append(line(TextTable.rightAligned(table).stream().map(r -> r ? "---:" : "---").toList()));
    for (List<Cell> row : table.rows()) {
      out.append(line(row.stream().map(c -> escaped(c.text())).toList()));
    }
    for (String caption : table.caption()) {
      out.append("\n_").append(escaped(caption)).append("_\n");
    }
    return out.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** One line in which no character is markup: no cell, link, emphasis or tag can begin in it. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char each : OneLine.of(text).toCharArray()) {
      if (MARKDOWN.indexOf(each) >= 0) {
        out.append('\\');
      }
      out.append(each);
    }
    return out.toString();
  }

  private static String html(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char each : OneLine.of(text).toCharArray()) {
      switch (each) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(each);
      }
    }
    return out.toString();
  }

  static String html(Table table) {
    List<Boolean> right = TextTable.rightAligned(table);
    StringBuilder out = new StringBuilder("<table>\n<caption>");
    out.append(html(table.title())).append("</caption>\n<thead><tr>");
    for (int i = 0; i < right.size(); i++) {
      out.append(element("th", right.get(i), table.columns().get(i)));
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : table.rows()) {
      out.append("<tr>");
      for (int i = 0; i < right.size(); i++) {
        out.append(element("td", right.get(i), row.get(i).text()));
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n").append(footer(table)).append("</table>\n").toString();
  }

  private static String element(String name, boolean right, String text) {
    String style = right ? " style=\"text-align:right\"" : "";
    return "<" + name + style + ">" + html(text) + "</" + name + ">";
  }

  private static String footer(Table table) {
    if (table.caption().isEmpty()) {
      return "";
    }
    String lines =
        table.caption().stream().map(MarkupTable::html).collect(Collectors.joining("<br>"));
    return "<tfoot><tr><td colspan=\""
        + table.columns().size()
        + "\">"
        + lines
        + "</td></tr></tfoot>\n";
  }
}
