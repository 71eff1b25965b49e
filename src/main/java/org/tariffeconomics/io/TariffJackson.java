package org.tariffeconomics.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.border.EntryTime;
import org.tariffeconomics.border.LowValueRelief;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.EntryCost;
import org.tariffeconomics.landedcost.EntryRecord;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostRecord;
import org.tariffeconomics.landedcost.SpecialProvision;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.ComparisonRecord;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.StampRecord;

/**
 * A module for Jackson's databind, for those who have it on their class path (the library needs it
 * for nothing else): values are written as their texts, which are read back to equal values;
 * answers in the frozen form of their records; other results as their tables, with every number in
 * full.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(new TariffJackson());
 * mapper.writeValueAsString(assessment)
 * mapper.readValue(text, AssessmentRecord.class).replay(book)
 * }</pre>
 *
 * <p>Without the module a mapper refuses what it would write wrongly.
 *
 * @since 0.1.0
 */
public final class TariffJackson extends SimpleModule {

  private static final long serialVersionUID = 1;

  private static final String OURS = "org.tariffeconomics.";

  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** Creates the module. */
  public TariffJackson() {
    super("tariff-economics");
    values();
    text(BigMoney.class, BigMoney::parse, TariffJackson::written);
    text(Money.class, Money::parse, money -> written(money.toBigMoney()));
    text(CurrencyUnit.class, CurrencyUnit::of, CurrencyUnit::getCode);
    records();
    addSerializer(new TableSerializer());
    addSerializer(new StampSerializer());
    setSerializerModifier(new Results());
  }

  private void values() {
    text(Rate.class, Rate::parse, Rate::toString);
    text(HsCode.class, HsCode::of, HsCode::toString);
    text(Country.class, Country::of, Country::alpha2);
    text(Unit.class, Unit::of, Unit::code);
    text(Quantity.class, Quantity::parse, Quantity::toString);
    text(OriginScope.class, OriginScope::parse, OriginScope::toString);
    text(ProductScope.class, ProductScope::parse, ProductScope::toString);
    text(ExchangeRates.class, ExchangeRates::parse, ExchangeRates::toString);
    text(DutyRate.class, DutyRate::of, DutyRate::toString);
    text(DeclaredFacts.class, DeclaredFacts::parse, DeclaredFacts::toString);
    text(DeclaredOrigin.class, DeclaredOrigin::parse, DeclaredOrigin::toString);
    text(Portion.class, Portion::parse, Portion::toString);
    text(Condition.class, Condition::parse, Condition::toString);
    text(RoundingPolicy.class, RoundingPolicy::parse, RoundingPolicy::toString);
    text(CostAllocation.class, CostAllocation::parse, CostAllocation::toString);
    text(TaxBase.class, TaxBase::parse, TaxBase::toString);
    text(SpecialProvision.class, SpecialProvision::parse, SpecialProvision::toString);
    text(InterestRates.class, InterestRates::parse, InterestRates::toString);
    text(EntryTime.class, EntryTime::parse, EntryTime::toString);
    text(LowValueRelief.class, LowValueRelief::parse, LowValueRelief::toString);
    text(Party.class, Party::parse, Party::toString);
    text(StageRounding.class, StageRounding::parse, StageRounding::toString);
  }

  private void records() {
    record(AssessmentRecord.class, AssessmentRecord::parse, AssessmentRecord::toJson);
    record(ComparisonRecord.class, ComparisonRecord::parse, ComparisonRecord::toJson);
    record(LandedCostRecord.class, LandedCostRecord::parse, LandedCostRecord::toJson);
    record(EntryRecord.class, EntryRecord::parse, EntryRecord::toJson);
    addSerializer(new JsonForm<>(Assessment.class, answer -> answer.toRecord().toJson()));
    addSerializer(new JsonForm<>(DutyComparison.class, answer -> answer.toRecord().toJson()));
    addSerializer(new JsonForm<>(LandedCost.class, answer -> answer.toRecord().toJson()));
    addSerializer(new JsonForm<>(EntryCost.class, answer -> answer.toRecord().toJson()));
  }

  private static String written(BigMoney amount) {
    return amount.getCurrencyUnit().getCode() + " " + amount.getAmount().toPlainString();
  }

  private <T> void text(Class<T> type, Function<String, T> parse, Function<T, String> format) {
    addSerializer(new TextForm<>(type, format));
    addDeserializer(type, new TextReader<>(type, parse));
  }

  private <T> void record(Class<T> type, Function<String, T> parse, Function<T, String> format) {
    addSerializer(new JsonForm<>(type, format));
    addDeserializer(type, new JsonReader<>(type, parse));
  }

  /** Writes a value as its text. */
  private static final class TextForm<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<T, String> format;

    TextForm(Class<T> type, Function<T, String> format) {
      super(type);
      this.format = format;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(format.apply(value));
    }
  }

  /** Reads a value from its text. */
  private static final class TextReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    TextReader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getValueAsString();
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(text, handledType(), e.getMessage());
      }
    }
  }

  /** Writes an answer in the frozen form of its record. */
  private static final class JsonForm<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<T, String> format;

    JsonForm(Class<T> type, Function<T, String> format) {
      super(type);
      this.format = format;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(PLAIN.readTree(format.apply(value)), out);
    }
  }

  /** Reads a record from its frozen form. */
  private static final class JsonReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    JsonReader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String json =
          PLAIN.<JsonNode>readTree(in).toString(); // there is no context.readTree in Jackson 2.12
      try {
        return parse.apply(json);
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(json, handledType(), e.getMessage());
      }
    }
  }

  /** Writes a table: its title, columns, rows of cells and caption. */
  private static final class TableSerializer extends StdSerializer<Table> {
    private static final long serialVersionUID = 1;

    TableSerializer() {
      super(Table.class);
    }

    @Override
    public void serialize(Table table, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      out.writeStringField("title", table.title());
      texts(out, "columns", table.columns());
      out.writeArrayFieldStart("rows");
      for (List<Cell> row : table.rows()) {
        out.writeStartArray();
        for (Cell each : row) {
          cell(out, each);
        }
        out.writeEndArray();
      }
      out.writeEndArray();
      texts(out, "caption", table.caption());
      out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts)
        throws IOException {
      out.writeArrayFieldStart(name);
      for (String each : texts) {
        out.writeString(each);
      }
      out.writeEndArray();
    }

    private static void cell(JsonGenerator out, Cell cell) throws IOException {
      out.writeStartObject();
      out.writeStringField("text", cell.text());
      if (cell.value().isPresent()) {
        out.writeStringField("value", cell.value().get().toPlainString());
      }
      if (cell.isRange()) {
        out.writeStringField("lowest", cell.lowest().orElseThrow().toPlainString());
        out.writeStringField("highest", cell.highest().orElseThrow().toPlainString());
      }
      if (!cell.unit().isEmpty()) {
        out.writeStringField("unit", cell.unit());
      }
      if (!cell.note().isEmpty()) {
        out.writeStringField("note", cell.note());
      }
      out.writeBooleanField("known", cell.isKnown());
      out.writeEndObject();
    }
  }

  /** Writes a stamp with its days as texts. */
  private static final class StampSerializer extends StdSerializer<Stamp> {
    private static final long serialVersionUID = 1;

    StampSerializer() {
      super(Stamp.class);
    }

    @Override
    public void serialize(Stamp stamp, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(StampRecord.of(stamp), out);
    }
  }

  /** Writes results that have a table as that table. */
  private static final class Results extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription type, JsonSerializer<?> serializer) {
      Class<?> raw = type.getBeanClass();
      boolean chosen = serializer.getClass().getEnclosingClass() == TariffJackson.class;
      return !chosen && raw.getName().startsWith(OURS) && hasTable(raw)
          ? new ByTable(raw)
          : serializer;
    }

    private static boolean hasTable(Class<?> type) {
      try {
        return type.getMethod("table").getReturnType() == Table.class;
      } catch (NoSuchMethodException e) {
        return false;
      }
    }
  }

  /** Writes a result as its table. */
  private static final class ByTable extends StdSerializer<Object> {
    private static final long serialVersionUID = 1;

    ByTable(Class<?> type) {
      super(type, false);
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      try {
        Object table = value.getClass().getMethod("table").invoke(value);
        provider.defaultSerializeValue(table, out);
      } catch (ReflectiveOperationException e) {
        throw new IOException("No table of " + value, e);
      }
    }
  }
}
