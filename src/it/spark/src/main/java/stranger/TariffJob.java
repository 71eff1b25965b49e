package stranger;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Duties of every line from every origin on many days under several laws, and refunds of past
 * entries, on Spark: the laws are broadcast as texts, results are written as Parquet, and one
 * process without Spark must come to the same bits. On a cluster: {@code spark-submit --class
 * stranger.TariffJob} with the same arguments; {@code spark.master} decides where it runs.
 *
 * <p>Arguments, in this order: lines at most, days, entries in thousands, folder of the results.
 */
public final class TariffJob {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** A unit makes the law without the void programme once: so it has many entries. */
  private static final int MOST_ENTRIES_OF_A_UNIT = 100_000;

  private static final StructType PANEL =
      new StructType()
          .add("scenario", DataTypes.StringType)
          .add("day", DataTypes.StringType)
          .add("cells", DataTypes.LongType)
          .add("known", DataTypes.LongType)
          .add("sum", DataTypes.DoubleType)
          .add("bits", DataTypes.LongType);

  private static final StructType REFUNDS =
      new StructType()
          .add("number", DataTypes.LongType)
          .add("entries", DataTypes.LongType)
          .add("least_minor", DataTypes.LongType)
          .add("most_minor", DataTypes.LongType)
          .add("bounded", DataTypes.LongType)
          .add("unknown", DataTypes.LongType);

  private final int lines;
  private final int days;
  private final long entries;
  private final String folder;
  private final List<LawText> laws =
      List.of(
          LawText.of("law", "", ""),
          LawText.of("without 232 on cars", "", "S232 autos"),
          LawText.of(
              "ten points more",
              "id,programme,rule,products,origins,rate\nmore,ten points,ADDS,*,*,10%\n",
              ""));

  private TariffJob(String[] arguments) {
    lines = Integer.parseInt(arguments[0]);
    days = Integer.parseInt(arguments[1]);
    entries = 1_000 * Long.parseLong(arguments[2]);
    folder = arguments[3];
  }

  /**
   * Runs the job, and the same work without Spark.
   *
   * @param arguments as said above
   */
  public static void main(String[] arguments) {
    SparkSession spark = SparkSession.builder().appName("tariffs").getOrCreate();
    try {
      new TariffJob(arguments).run(spark);
    } finally {
      spark.stop();
    }
  }

  private void run(SparkSession spark) {
    int cores = spark.sparkContext().defaultParallelism();
    List<LawText> texts = laws;
    Broadcast<List<LawText>> sent = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(texts);
    System.out.println(
        "laws: " + laws.stream().map(l -> l.name() + " " + l.version()).toList() + ", sent as texts");
    int mostLines = lines;
    int dayCount = days;
    LongFunction<Row> panelUnit = unit -> row(panel(texts, unit, dayCount, mostLines));
    int size = (int) Math.max(1, Math.min(MOST_ENTRIES_OF_A_UNIT, entries / (2L * cores)));
    long refundUnits = (entries + size - 1) / size;
    long all = entries;
    LongFunction<Row> refundUnit = unit -> row(refunds(texts, unit, size, all));
    panelUnit.apply(0); // so that no run pays for the first loading of classes
    warm(spark, units -> map(units, u -> row(refunds(sent.value(), u, 100, 100))));
    long panelUnits = (long) laws.size() * days;
    // the first time pays for the laws of all days, which later runs in this process find made
    plain("one thread without Spark, panels, first time", panelUnits, panelUnit, PANEL);
    Timed plain = plain("one thread without Spark, panels", panelUnits, panelUnit, PANEL);
    for (int partitions : partitions(cores)) {
      Timed spread =
          spread(
              spark,
              "Spark, " + partitions + " partitions, panels",
              panelUnits,
              partitions,
              PANEL,
              folder + "/panels",
              units -> map(units, u -> row(panel(sent.value(), u, dayCount, mostLines))));
      plain.assertSame(spread);
      plain.compare(spread, Math.min(partitions, cores));
    }
    plain("one thread without Spark, refunds, first time", refundUnits, refundUnit, REFUNDS);
    Timed refunds = plain("one thread without Spark, refunds", refundUnits, refundUnit, REFUNDS);
    for (int partitions : partitions(cores)) {
      Timed spread =
          spread(
              spark,
              "Spark, " + partitions + " partitions, refunds",
              refundUnits,
              partitions,
              REFUNDS,
              folder + "/refunds",
              units -> map(units, u -> row(refunds(sent.value(), u, size, all))));
      refunds.assertSame(spread);
      refunds.compare(spread, Math.min(partitions, cores));
    }
    long most =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    Runtime jvm = Runtime.getRuntime();
    System.gc();
    long left = jvm.totalMemory() - jvm.freeMemory();
    System.out.printf(
        "heap: at most %d MiB, %d MiB left in use%n", most / (1 << 20), left / (1 << 20));
    System.out.println("the same bits in one process and on Spark");
  }

  /** One, and twice as many until all cores have two; or those that were asked for. */
  private static int[] partitions(int cores) {
    String asked = System.getProperty("partitions", "");
    return asked.isEmpty()
        ? IntStream.iterate(1, n -> n <= 2 * cores, n -> 2 * n).toArray()
        : Stream.of(asked.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  /** A first small job, so that no run pays for the start of Spark and of Parquet. */
  private void warm(SparkSession spark, MapPartitionsFunction<Long, Row> work) {
    Dataset<Long> numbers = spark.range(0, 1, 1, 1).as(Encoders.LONG());
    String first = folder + "/first";
    numbers.mapPartitions(work, Encoders.row(REFUNDS)).write().mode("overwrite").parquet(first);
    spark.read().parquet(first).collectAsList();
  }

  private static PanelUnit panel(List<LawText> laws, long unit, int days, int lines) {
    LawText law = laws.get((int) (unit / days));
    return PanelUnit.of(law, FIRST.plusDays(7 * (unit % days)), lines);
  }

  /** The last unit has what is left of all entries. */
  private static RefundUnit refunds(List<LawText> laws, long unit, int size, long all) {
    int entries = (int) Math.min(size, all - unit * size);
    return RefundUnit.of(laws.get(0), "IEEPA reciprocal", unit, entries);
  }

  private static Row row(PanelUnit unit) {
    return RowFactory.create(
        unit.scenario(), unit.day(), unit.cells(), unit.known(), unit.sum(), unit.bits());
  }

  private static Row row(RefundUnit unit) {
    return RowFactory.create(
        unit.number(),
        unit.entries(),
        unit.leastMinor(),
        unit.mostMinor(),
        unit.bounded(),
        unit.unknown());
  }

  private static Iterator<Row> map(Iterator<Long> units, LongFunction<Row> work) {
    List<Row> rows = new ArrayList<>();
    units.forEachRemaining(unit -> rows.add(work.apply(unit)));
    return rows.iterator();
  }

  private static Timed plain(String what, long units, LongFunction<Row> work, StructType schema) {
    long start = System.nanoTime();
    List<Row> rows = LongStream.range(0, units).mapToObj(work).toList();
    return new Timed(what, rows, System.nanoTime() - start, schema).said();
  }

  private static Timed spread(
      SparkSession spark,
      String what,
      long units,
      int partitions,
      StructType schema,
      String folder,
      MapPartitionsFunction<Long, Row> work) {
    long start = System.nanoTime();
    Dataset<Long> numbers = spark.range(0, units, 1, partitions).as(Encoders.LONG());
    numbers.mapPartitions(work, Encoders.row(schema)).write().mode("overwrite").parquet(folder);
    long nanos = System.nanoTime() - start;
    return new Timed(what, spark.read().parquet(folder).collectAsList(), nanos, schema).said();
  }

  /** What came out of a run, and how long it took. */
  private record Timed(String what, List<Row> rows, long nanos, StructType schema) {

    Timed said() {
      int count = schema == PANEL ? 2 : 1;
      long all = rows.stream().mapToLong(row -> row.getLong(count)).sum();
      System.out.printf(
          "%s: %,d rows in %.2f s, %,.0f a second%n", what, all, nanos / 1e9, all / (nanos / 1e9));
      return this;
    }

    /** How many times as fast another run was, and what that is for each core that it had. */
    void compare(Timed other, int cores) {
      double times = (double) nanos / other.nanos;
      System.out.printf(
          "  %.2f times one thread without Spark; for each of %d cores %.2f%n",
          times, cores, times / cores);
    }

    void assertSame(Timed other) {
      if (!ordered().equals(other.ordered())) {
        throw new IllegalStateException(other.what + " is not the same to the bit as " + what);
      }
    }

    private List<String> ordered() {
      return rows.stream().map(Row::mkString).sorted(Comparator.naturalOrder()).toList();
    }
  }
}
