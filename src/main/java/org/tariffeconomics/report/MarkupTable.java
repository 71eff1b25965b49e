package org.tariffeconomics.report;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as Markdown and as HTML. */
final class MarkupTable {

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

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ");
  }

  static String html(Table table) {
    List<Boolean> right = TextTable.rightAligned(table);
    StringBuilder out = new StringBuilder("<table>\n<caption>");
    out.append(HtmlEscapers.htmlEscaper().escape(table.title())).append("</caption>\n<thead><tr>");
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
    return "<" + name + style + ">" + HtmlEscapers.htmlEscaper().escape(text) + "</" + name + ">";
  }

  private static String footer(Table table) {
    if (table.caption().isEmpty()) {
      return "";
    }
    String lines =
        table.caption().stream()
            .map(HtmlEscapers.htmlEscaper()::escape)
            .collect(Collectors.joining("<br>"));
    return "<tfoot><tr><td colspan=\""
        + table.columns().size()
        + "\">"
        + lines
        + "</td></tr></tfoot>\n";
  }
}
