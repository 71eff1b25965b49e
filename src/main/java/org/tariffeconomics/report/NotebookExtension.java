package org.tariffeconomics.report;

import static java.lang.invoke.MethodHandles.publicLookup;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.util.Objects;
import java.util.Optional;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Shows results in notebooks of the kernel JJava, for those who have it (the library needs it for
 * nothing else): a {@link Table} as HTML, a {@link Chart} as a picture, and every result of the
 * library that has a {@code table()} as that table under its {@code chart()}, where it has one. The
 * kernel finds it by itself as soon as the jar is on its class path:
 *
 * <pre>{@code
 * %maven org.tariffeconomics:tariff-economics:0.1.0
 * import static org.tariffeconomics.Tariffs.*
 * compare("8703.23.01", "16 Sep 2025", "Japan", "South Korea")
 * }</pre>
 *
 * <p>What a result says as text stays beside it, for kernels and files that show no HTML.
 *
 * @since 0.1.0
 */
public final class NotebookExtension implements Extension {

  private static final String LIBRARY = "org.tariffeconomics.";

  /** Made by the kernel. */
  public NotebookExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    Objects.requireNonNull(kernel, "kernel");
    register(kernel.getRenderer());
  }

  static void register(Renderer renderer) {
    renderer
        .createRegistration(Table.class)
        .preferring(MIMEType.TEXT_HTML)
        .supporting(MIMEType.TEXT_MARKDOWN)
        .register(NotebookExtension::table);
    renderer
        .createRegistration(Chart.class)
        .preferring(MIMEType.IMAGE_SVG)
        .register((chart, context) -> context.renderIfRequested(MIMEType.IMAGE_SVG, chart::toSvg));
    renderer
        .createRegistration(Object.class)
        .preferring(MIMEType.TEXT_HTML)
        .register(NotebookExtension::result);
  }

  private static void table(Table table, RenderContext context) {
    context.renderIfRequested(MIMEType.TEXT_HTML, table::toHtml);
    context.renderIfRequested(MIMEType.TEXT_MARKDOWN, table::toMarkdown);
  }

  /** What is not the library's, or has no table, is left to the kernel. */
  private static void result(Object result, RenderContext context) {
    Optional<Table> table = part(result, "table", Table.class);
    if (table.isPresent() && context.wantsDataRenderedAs(MIMEType.TEXT_HTML)) {
      String picture = part(result, "chart", Chart.class).map(Chart::toSvg).orElse("");
      DisplayData shown = context.getOutputContainer();
      shown.putHTML(picture + table.get().toHtml());
    }
  }

  /**
   * What a public method without arguments gives, where the result is of the library and has it.
   */
  private static <T> Optional<T> part(Object result, String name, Class<T> type) {
    if (!result.getClass().getName().startsWith(LIBRARY)) {
      return Optional.empty();
    }
    try {
      MethodHandle method = publicLookup().findVirtual(result.getClass(), name, methodType(type));
      return Optional.of(type.cast(method.invoke(result)));
    } catch (NoSuchMethodException | IllegalAccessException none) {
      return Optional.empty();
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable checked) {
      throw new IllegalStateException(name + " of " + result.getClass().getName(), checked);
    }
  }
}
