package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures in a real browser, which lays out the texts in the fonts of this machine: none
 * leaves its picture or touches another. Skipped, saying so, where there is no Chromium.
 */
class ChartBrowserTest {

  private static final String CHECK =
      """
      <pre id="faults"></pre>
      <script>
      const faults = [];
      for (const svg of document.querySelectorAll('svg')) {
        const frame = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
        boxes.forEach(([text, b], i) => {
          if (b.left < frame.left || b.right > frame.right || b.top < frame.top || b.bottom > frame.bottom)
            faults.push('outside: ' + text);
          for (const [other, o] of boxes.slice(i + 1))
            if (b.left < o.right && o.left < b.right && b.top + 2 < o.bottom - 2 && o.top + 2 < b.bottom - 2)
              faults.push('touch: ' + text + ' / ' + other);
        });
      }
      document.getElementById('faults').textContent = 'checked ' + faults.join('; ');
      </script>
      """;

  @Test
  void no_text_leaves_its_picture_or_touches_another(@TempDir Path folder)
      throws IOException, InterruptedException {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no chromium on the path: not looked at in a browser");
    String pictures =
        Stream.of(ChartSamples.all(), ChartOddSamples.all())
            .flatMap(samples -> samples.values().stream())
            .map(Chart::toSvg)
            .collect(Collectors.joining());
    Path page = folder.resolve("page.html");
    Files.writeString(page, "<!DOCTYPE html><meta charset=utf-8><body>" + pictures + CHECK);
    Path output = folder.resolve("dom.html");
    Process run =
        new ProcessBuilder(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = run.waitFor(120, TimeUnit.SECONDS);
    run.destroyForcibly();
    assumeTrue(ended, "the browser did not answer");
    String dom = Files.readString(output, StandardCharsets.UTF_8);
    int from = dom.indexOf("<pre id=\"faults\">") + "<pre id=\"faults\">".length();
    assertTrue(dom.indexOf("</pre>", from) > from, dom);
    assertEquals("checked ", dom.substring(from, dom.indexOf("</pre>", from)));
  }

  private static Optional<Path> browser() {
    List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
