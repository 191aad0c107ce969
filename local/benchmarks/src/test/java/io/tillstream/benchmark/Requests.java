package io.tillstream.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Ready requests of rows as a shop sends them: invoices of some twenty lines, of which every row is another. */
final class Requests {

    private static final int LINES_PER_INVOICE = 20;
    private static final int VARIETY = 64;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    /** A variety of requests to be sent in turn. */
    List<byte[]> json(String path, int rows) {
        return varied(() -> request(path, "application/json", "", array(rows(rows))));
    }

    /** The same, of events. */
    List<byte[]> events(String path, int rows) {
        EventRows events = new EventRows(random);
        return varied(() -> {
            int first = random.nextInt(1_000_000);
            Stream<String> each = IntStream.range(0, rows).mapToObj(i -> events.row(first, i));
            return request(path, "application/json", "", array(each));
        });
    }

    /** A variety of requests that each are a single object. */
    List<byte[]> single(String path) {
        return varied(() -> request(path, "application/json", "", utf8(row(0))));
    }

    List<byte[]> gzipNdjson(String path, int rows) {
        return varied(() -> request(
                path,
                "application/x-ndjson",
                "Content-Encoding: gzip\r\n",
                gzip(utf8(rows(rows).collect(Collectors.joining("\n"))))));
    }

    private List<byte[]> varied(Supplier<byte[]> request) {
        return IntStream.range(0, VARIETY).mapToObj(i -> request.get()).toList();
    }

    private static byte[] array(Stream<String> rows) {
        return utf8(rows.collect(Collectors.joining(",", "[", "]")));
    }

    private Stream<String> rows(int rows) {
        int first = random.nextInt(1_000_000);
        return IntStream.range(0, rows).mapToObj(i -> row(first + i / LINES_PER_INVOICE));
    }

    private String row(int invoice) {
        int number = invoice == 0 ? random.nextInt(1_000_000) : invoice;
        return """
                {"InvoiceNo":"%06d","StockCode":"%05d%s","Description":"WHITE HANGING HEART T-LIGHT HOLDER","Quantity":%d,\
                "InvoiceDate":"12/%d/2010 %d:%02d","UnitPrice":%d.%02d,"CustomerID":%d,"Country":"United Kingdom"}""".formatted(
                        number,
                        random.nextInt(100_000),
                        random.nextBoolean() ? "A" : "",
                        random.nextInt(1, 48),
                        random.nextInt(1, 29),
                        random.nextInt(8, 20),
                        random.nextInt(60),
                        random.nextInt(20),
                        random.nextInt(100),
                        random.nextInt(12_346, 18_288));
    }

    private static byte[] request(String path, String type, String headers, byte[] body) {
        byte[] head = utf8("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length + body.length);
        request.writeBytes(head);
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
