package stranger;

import static stranger.Expect.expect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.EntryRecord;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.Replay;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * A checkout: baskets come in by HTTP, go out as JSON that is stored with the order, and are read
 * and asked again later. A basket is a line for each article: name, tariff line, origin, price.
 */
public final class CheckoutService {

  private static final String BASKET =
      """
      A1,6109.10,IN,USD 1000
      A2,8703.23.01,KR,USD 30000
      A3,8703.23.01,JP,USD 20000
      """;

  private static final int REQUESTS = 200;

  private final TariffBook book = UsTariffs.book();
  private final TariffLaw law = book.on("2026-11-23");

  private CheckoutService() {}

  /**
   * Runs the service, asks it from two threads, and reads what was stored.
   *
   * @throws IOException when the service cannot be reached
   * @throws InterruptedException when the program is ended
   */
  static void run() throws IOException, InterruptedException {
    CheckoutService service = new CheckoutService();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    server.setExecutor(threads);
    server.createContext("/entry", service::answer);
    server.start();
    try {
      URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/entry");
      service.check(address);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = 200;
    String text;
    try {
      String basket =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      text = entry(basket).price(law).toRecord().toJson();
    } catch (IllegalArgumentException fault) {
      status = 400;
      text = fault.getMessage();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static CustomsEntry entry(String basket) {
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withMode(TransportMode.SEA)
            .withFreight("USD 100.01", CostAllocation.byValue())
            .withInsurance("USD 0", CostAllocation.byValue());
    for (String line : basket.lines().toList()) {
      String[] cells = line.split(",", -1);
      Shipment goods = Shipment.of(cells[1], cells[2], cells[3]);
      entry =
          entry.withLine(cells[0], cells[2].equals("KR") ? goods.withClaim("KORUS") : goods);
    }
    return entry;
  }

  private void check(URI address) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        answers.add(threads.submit(() -> post(address, BASKET, 200)));
      }
      Set<String> different = new HashSet<>();
      for (Future<String> each : answers) {
        different.add(each.get());
      }
      expect("1", Integer.toString(different.size()));
      store(different.iterator().next());
      String refusal = post(address, "A1,6109.10,XX,USD 1000", 400);
      expect("true", Boolean.toString(refusal.contains("XX")));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String post(URI address, String basket, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address)
                    .POST(HttpRequest.BodyPublishers.ofString(basket))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    expect(Integer.toString(expected), Integer.toString(response.statusCode()));
    return response.body();
  }

  private void store(String json) throws IOException {
    Path order = Files.createTempFile("order", ".json");
    Files.writeString(order, json);
    EntryRecord stored = EntryRecord.parse(Files.readString(order));
    expect(json, stored.toJson());
    expect("7901.49", String.valueOf(stored.payable()));
    Replay same = stored.replay(book);
    expect("true", Boolean.toString(same.isSame() && same.isSameBook()));
    Replay other = stored.replay(book.without("S232 autos"));
    expect("false", Boolean.toString(other.isSame()));
    System.out.println("an order stored and replayed: " + other.differences().get(0));
    Files.delete(order);
  }
}
