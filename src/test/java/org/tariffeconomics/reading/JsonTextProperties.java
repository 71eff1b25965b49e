package org.tariffeconomics.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Stored answers are, character by character, what a generator of jackson-core writes. */
class JsonTextProperties {

  private record Member(String name, List<String> texts) {}

  @Property
  void the_text_is_the_one_that_a_generator_writes(
      @ForAll @Size(max = 4) List<@Size(max = 3) List<String>> contents, @ForAll BigDecimal number)
      throws IOException {
    List<Member> members =
        contents.stream().map(texts -> new Member(String.join("\u0001\"", texts), texts)).toList();
    assertEquals(generated(members, number), written(members, number));
  }

  private static String written(List<Member> members, BigDecimal number) {
    return JsonText.of(
        json ->
            json.object("none", out -> {})
                .objects(
                    "members",
                    members,
                    (each, out) -> out.text(each.name(), null).texts("texts", each.texts()))
                .number("number", number)
                .number("tiny", new BigDecimal("0.0000001"))
                .number("small", new BigDecimal("0.0000010"))
                .number("large", new BigDecimal("1E+3")));
  }

  private static String generated(List<Member> members, BigDecimal number) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("none");
      json.writeEndObject();
      json.writeArrayFieldStart("members");
      for (Member each : members) {
        json.writeStartObject();
        json.writeNullField(each.name());
        json.writeArrayFieldStart("texts");
        for (String text : each.texts()) {
          json.writeString(text);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("number", number.toPlainString());
      json.writeStringField("tiny", "0.0000001");
      json.writeStringField("small", "0.0000010");
      json.writeStringField("large", "1000");
      json.writeEndObject();
    }
    return out.toString();
  }
}
