package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Receives objects in a folder of their own and moves them to their place when they are whole. The store behind it
 * writes them beside their place, as {@code key-<uuid>}, where listings show them half written, and for good if the
 * process is killed.
 */
final class WholePuts extends Handler.Abstract {

    private static final Set<String> OURS = Set.of("host", "content-length", "connection", "expect", "if-none-match");
    private static final Set<String> THEIRS = Set.of("content-length", "connection", "transfer-encoding", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path objects;
    private final ArrivalFolder arriving;
    private final URI arrivals;

    WholePuts(Path objects, ArrivalFolder arriving, URI arrivals) {
        this.objects = objects;
        this.arriving = arriving;
        this.arrivals = arrivals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Path> target = ObjectPath.of(S3Request.of(request), objects).filter(path -> isPlain(request));
        if (target.isEmpty()) {
            return false;
        }
        String name = UUID.randomUUID().toString();
        HttpResponse<byte[]> received = receive(request, name);
        if (received.statusCode() == 200 && !place(request, name, target.get())) {
            refuse(response, callback);
        } else {
            relay(received, response, callback);
        }
        return true;
    }

    /** Copies and other conditions need to see the object that is there: the store's own business. */
    private static boolean isPlain(Request request) {
        return !request.getHeaders().contains("x-amz-copy-source")
                && !request.getHeaders().contains(HttpHeader.IF_MATCH)
                && "*".equals(Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.IF_NONE_MATCH), "*"));
    }

    private HttpResponse<byte[]> receive(Request request, String name) throws IOException, InterruptedException {
        HttpRequest.Builder copy = HttpRequest.newBuilder(arrivals.resolve("/" + ArrivalFolder.BUCKET + "/" + name));
        for (HttpField field : request.getHeaders()) {
            if (!OURS.contains(field.getLowerCaseName())) {
                copy.header(field.getName(), field.getValue());
            }
        }
        try (InputStream body = Content.Source.asInputStream(request)) {
            copy.PUT(publisher(body, request.getLength()));
            return client.send(copy.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static HttpRequest.BodyPublisher publisher(InputStream body, long length) {
        if (length == 0) {
            return HttpRequest.BodyPublishers.noBody();
        }
        HttpRequest.BodyPublisher stream = HttpRequest.BodyPublishers.ofInputStream(() -> body);
        return length < 0 ? stream : HttpRequest.BodyPublishers.fromPublisher(stream, length);
    }

    private boolean place(Request request, String name, Path target) throws IOException {
        if (request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)) {
            return arriving.publishIfAbsent(name, target);
        }
        arriving.publish(name, target);
        return true;
    }

    private static void relay(HttpResponse<byte[]> received, Response response, Callback callback) {
        response.setStatus(received.statusCode());
        received.headers().map().forEach((name, values) -> {
            if (!THEIRS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.getHeaders().add(name, value));
            }
        });
        response.write(true, ByteBuffer.wrap(received.body()), callback);
    }

    private static void refuse(Response response, Callback callback) {
        String error = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>PreconditionFailed</Code>"
                + "<Message>At least one of the pre-conditions you specified did not hold</Message></Error>";
        response.setStatus(412);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        response.write(true, ByteBuffer.wrap(error.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
