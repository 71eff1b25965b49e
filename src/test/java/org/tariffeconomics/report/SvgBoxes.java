package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.tariffeconomics.report.SvgCanvas.Anchor;
import org.tariffeconomics.report.SvgCanvas.Box;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads a picture back and measures it: texts do not touch each other, nothing is outside. */
final class SvgBoxes {

  private record Placed(String text, Box box) {}

  private SvgBoxes() {}

  static Document parsed(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + svg, e);
    }
  }

  static void assertPrintable(String svg) {
    Document document = parsed(svg);
    Element root = document.getDocumentElement();
    double width = Double.parseDouble(root.getAttribute("width"));
    double height = Double.parseDouble(root.getAttribute("height"));
    assertEquals("img", root.getAttribute("role"));
    assertTrue(document.getElementsByTagName("title").getLength() >= 1);
    assertEquals(1, document.getElementsByTagName("desc").getLength());
    List<Placed> texts = texts(document);
    for (Placed each : texts) {
      Box box = each.box();
      boolean inside =
          box.left() >= 0 && box.top() >= 0 && box.right() <= width && box.bottom() <= height;
      assertTrue(inside, () -> each + " outside of " + width + " x " + height + "\n" + svg);
    }
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        Placed one = texts.get(i);
        Placed other = texts.get(j);
        assertTrue(!one.box().overlaps(other.box()), () -> one + " on " + other + "\n" + svg);
      }
    }
    assertShapesInside(document, width, height);
  }

  private static List<Placed> texts(Document document) {
    List<Placed> texts = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName("text");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element text = (Element) nodes.item(i);
      Anchor anchor =
          switch (text.getAttribute("text-anchor")) {
            case "middle" -> Anchor.MIDDLE;
            case "end" -> Anchor.END;
            default -> Anchor.START;
          };
      texts.add(
          new Placed(
              text.getTextContent(),
              SvgCanvas.box(
                  number(text, "x"),
                  number(text, "y"),
                  number(text, "font-size"),
                  anchor,
                  text.getTextContent(),
                  text.hasAttribute("font-weight"))));
    }
    return texts;
  }

  private static void assertShapesInside(Document document, double width, double height) {
    NodeList rects = document.getElementsByTagName("rect");
    for (int i = 0; i < rects.getLength(); i++) {
      Element rect = (Element) rects.item(i);
      double right = number(rect, "x") + number(rect, "width");
      double bottom = number(rect, "y") + number(rect, "height");
      assertTrue(number(rect, "x") >= -0.01 && right <= width + 0.01, () -> "rect " + right);
      assertTrue(number(rect, "y") >= -0.01 && bottom <= height + 0.01, () -> "rect " + bottom);
      assertTrue(number(rect, "width") >= 0 && number(rect, "height") >= 0);
    }
    NodeList circles = document.getElementsByTagName("circle");
    for (int i = 0; i < circles.getLength(); i++) {
      Element circle = (Element) circles.item(i);
      assertTrue(number(circle, "cx") >= 0 && number(circle, "cx") <= width);
      assertTrue(number(circle, "cy") >= 0 && number(circle, "cy") <= height);
    }
  }

  private static double number(Element element, String attribute) {
    String text = element.getAttribute(attribute);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }
}
