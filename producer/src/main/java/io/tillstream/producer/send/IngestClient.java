package io.tillstream.producer.send;

import io.tillstream.producer.send.Attempt.Acknowledged;
import io.tillstream.producer.send.Attempt.Refused;
import io.tillstream.producer.send.Attempt.TryAgain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Sends requests to the ingest API, each once. Safe for use by many threads, each of which has a connection. */
public final class IngestClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;

    private final URI rows;
    private final Optional<String> apiKey;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * A client of the service at this address, with a key to it unless it is open.
     *
     * @param path where rows are posted to, such as {@code /transactions}
     */
    public IngestClient(URI service, String path, Optional<String> apiKey, Duration timeout) {
        String base = service.toString();
        this.rows = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        this.apiKey = apiKey;
        this.timeout = timeout;
        // Over HTTP/1.1 each exchange under way has a connection of its own, as each till has.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    Attempt send(IngestRequest request) throws InterruptedException {
        try {
            return attempt(http.send(httpRequest(request), BodyHandlers.ofByteArray()));
        } catch (HttpTimeoutException e) {
            return new TryAgain("no answer within " + timeout.toSeconds() + " s", Duration.ZERO);
        } catch (ConnectException e) {
            boolean unknown = e.getCause() instanceof UnresolvedAddressException
                    || (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException);
            String why = unknown ? "the host name is unknown" : "no connection";
            return new TryAgain(why + " (" + rows.getAuthority() + ")", Duration.ZERO);
        } catch (IOException e) {
            return new TryAgain("the connection broke", Duration.ZERO);
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest httpRequest(IngestRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(rows)
                .timeout(timeout)
                .header("Content-Type", request.contentType())
                .header("Idempotency-Key", request.key());
        apiKey.ifPresent(key -> builder.header("Authorization", "Bearer " + key));
        if (request.gzip()) {
            builder.header("Content-Encoding", "gzip");
        }
        return builder.POST(BodyPublishers.ofByteArray(body(request))).build();
    }

    private Attempt attempt(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        return switch (status) {
            case ACCEPTED, 422 ->
                AnswerReader.answer(response.body())
                        .<Attempt>map(Acknowledged::new)
                        .orElseGet(() -> new Refused("answered " + status + ", but not as the ingest API does;"
                                + " check the address " + rows));
            case 408, 429 -> tryAgain(response);
            default -> status >= 500 ? tryAgain(response) : new Refused(reason(response));
        };
    }

    private static TryAgain tryAgain(HttpResponse<byte[]> response) {
        Duration notBefore = response.headers()
                .firstValue("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, Clock.systemUTC()))
                .orElse(Duration.ZERO);
        return new TryAgain(reason(response), notBefore);
    }

    private static String reason(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String detail = AnswerReader.detail(response.body());
        String advice = switch (status) {
            case 401 -> "; give a key by --key-file, --key or TILLSTREAM_API_KEY";
            case 403 -> "; the key must be allowed to ingest";
            case 404, 405 -> "; check --url, " + response.uri() + " is not the ingest API";
            case 413 -> "; send smaller requests by --batch";
            case 415 -> "; this service may not take the format, try --format json without --gzip";
            default -> "";
        };
        return "answered " + status + (detail.isEmpty() ? "" : ": " + detail) + advice;
    }

    private static byte[] body(IngestRequest request) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        return request.gzip() ? gzip(body) : body;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to be written", e);
        }
        return packed.toByteArray();
    }
}
