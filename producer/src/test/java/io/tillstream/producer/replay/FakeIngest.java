package io.tillstream.producer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.JsonRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.codec.NdjsonRows;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.TransactionValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/** The ingest API, as far as a client sees it, on a free port; it misbehaves as told. */
final class FakeIngest implements AutoCloseable {

    /** What to do with a request. */
    sealed interface Behaviour {

        /** Store the rows and say so. */
        record Store() implements Behaviour {}

        /** Store the rows, and break the connection before the answer. */
        record StoreAndDrop() implements Behaviour {}

        /** Break the connection. */
        record Drop() implements Behaviour {}

        /** Store nothing, and answer this. */
        record Answer(int status, String retryAfter, String body) implements Behaviour {}

        Behaviour STORE = new Store();

        static Behaviour status(int status) {
            return new Answer(status, "", "{\"title\":\"as told\",\"detail\":\"as told\"}");
        }
    }

    /** A request as it came. */
    record Arrived(String key, String authorization, String body, List<TransactionLine> lines) {}

    private final HttpServer server;
    private final Map<LineKey, TransactionLine> stored = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Arrived> arrived = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile IntFunction<Behaviour> behaviour = number -> Behaviour.STORE;

    FakeIngest() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/transactions", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Decides on each request by its number, from 0; the decision may take its time. */
    void behave(IntFunction<Behaviour> told) {
        requests.set(0);
        behaviour = told;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    Map<LineKey, TransactionLine> stored() {
        return stored;
    }

    /** Every request, also those that were not answered. */
    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    Set<String> connections() {
        return connections;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            connections.add(exchange.getRemoteAddress().toString());
            byte[] body = body(exchange);
            Rows rows = new Rows();
            read(exchange, body, rows);
            arrived.add(new Arrived(
                    header(exchange, "Idempotency-Key"),
                    header(exchange, "Authorization"),
                    new String(body, UTF_8),
                    rows.lines));
            Behaviour told = behaviour.apply(requests.getAndIncrement());
            switch (told) {
                case Behaviour.Store store -> {
                    rows.store();
                    answer(exchange, rows.lines.isEmpty() ? 422 : 202, rows.answer());
                }
                case Behaviour.StoreAndDrop drop -> rows.store();
                case Behaviour.Drop drop -> {}
                case Behaviour.Answer answer -> {
                    if (!answer.retryAfter().isEmpty()) {
                        exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
                    }
                    answer(exchange, answer.status(), answer.body());
                }
            }
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        boolean gzip = "gzip".equals(header(exchange, "Content-Encoding"));
        return gzip ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes();
    }

    private static void read(HttpExchange exchange, byte[] body, Rows rows) throws IOException {
        try {
            if (header(exchange, "Content-Type").equals("application/x-ndjson")) {
                new NdjsonRows().read(new ByteArrayInputStream(body), (row, line) -> rows.take(row));
            } else {
                new JsonRows().read(new ByteArrayInputStream(body), (row, line) -> rows.take(row));
            }
        } catch (MalformedRows e) {
            throw new IOException(e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The rows of one request. */
    private final class Rows {

        private final List<TransactionLine> lines = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private int count;
        private int rejected;

        void take(RawRow row) {
            RowResult result = new TransactionValidator(RowSettings.USUAL)
                    .validate(row, count, LineIdentity.unique(), Instant.EPOCH);
            switch (result) {
                case RowResult.Accepted accepted -> lines.add((TransactionLine) accepted.line());
                case RowResult.Rejection rejection -> {
                    rejected++;
                    rejection.errors().forEach(this::addFault);
                }
            }
            count++;
        }

        void store() {
            lines.forEach(line -> stored.put(line.key(), line));
        }

        String answer() {
            return "{\"accepted\":" + lines.size() + ",\"rejected\":" + rejected + ",\"errors\":["
                    + String.join(",", faults) + "]}";
        }

        private void addFault(FieldError error) {
            faults.add("{\"row\":" + count + ",\"field\":\"" + error.field() + "\",\"code\":\"" + error.code()
                    + "\",\"message\":\"" + error.message().replace("\"", "'") + "\"}");
        }
    }
}
