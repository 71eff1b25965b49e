package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.Tariffs;

/** What the renderer of JJava makes of results once the extension is installed. */
class NotebookExtensionTest {

  private final Renderer renderer = new Renderer();

  @BeforeEach
  void install() {
    NotebookExtension.register(renderer);
  }

  @Test
  void the_kernel_finds_it_by_itself() {
    assertInstanceOf(
        NotebookExtension.class, ServiceLoader.load(Extension.class).findFirst().orElseThrow());
  }

  @Test
  void a_result_is_its_picture_over_its_table() {
    var compared = Tariffs.compare("8703.23.01", "2025-09-16", "JP", "KR");
    DisplayData shown = renderer.render(compared);
    assertEquals(
        compared.chart().toSvg() + compared.table().toHtml(), shown.getData(MIMEType.TEXT_HTML));
    assertEquals(compared.toString(), shown.getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void a_result_without_a_picture_is_its_table() {
    var stack = Tariffs.duty("8703.23.01", "JP", "2025-09-16");
    String html = (String) renderer.render(stack).getData(MIMEType.TEXT_HTML);
    assertTrue(html.contains("<table"), html);
  }

  @Test
  void a_table_is_html_and_a_chart_a_picture() {
    Table table = Tariffs.deals().statusBoard(Tariffs.day("2025-09-16"), Tariffs.day("2025-09-16"));
    assertEquals(table.toHtml(), renderer.render(table).getData(MIMEType.TEXT_HTML));
    assertEquals(
        table.toMarkdown(),
        renderer.renderAs(table, "text/markdown").getData(MIMEType.TEXT_MARKDOWN));
    Chart chart = ChartSamples.all().get("timeline");
    assertEquals(chart.toSvg(), renderer.render(chart).getData(MIMEType.IMAGE_SVG));
  }

  @Test
  void what_is_not_the_librarys_is_left_alone() {
    DisplayData shown = renderer.render(Tariffs.rate("15%"));
    assertFalse(shown.hasDataForType(MIMEType.TEXT_HTML));
    assertEquals("15%", shown.getData(MIMEType.TEXT_PLAIN));
    assertFalse(renderer.render(List.of("x")).hasDataForType(MIMEType.TEXT_HTML));
  }
}
