package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes a request on to another path of the store than the client named. Conditions on what is there are left out. */
final class Forwarding {

    private static final Set<String> OURS = Set.of("host", "content-length", "connection", "expect", "if-none-match");
    private static final Set<String> THEIRS = Set.of("content-length", "connection", "transfer-encoding", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Sends it on as it comes in. */
    HttpResponse<byte[]> stream(Request request, URI target) throws IOException, InterruptedException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            return send(copy(request, target), request, publisher(body, request.getLength()));
        }
    }

    /** Sends it on with this for its body. */
    HttpResponse<byte[]> send(Request request, URI target, byte[] body) throws IOException, InterruptedException {
        return send(copy(request, target), request, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** Sends it on without a body, and with another value of a header. */
    HttpResponse<byte[]> send(Request request, URI target, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest.Builder copy = copy(request, target).setHeader(header, value);
        return send(copy, request, HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<byte[]> get(URI target) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(target).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder copy, Request request, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(copy.method(request.getMethod(), body).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder copy(Request request, URI target) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(target);
        for (HttpField field : request.getHeaders()) {
            if (!OURS.contains(field.getLowerCaseName())) {
                copy.header(field.getName(), field.getValue());
            }
        }
        return copy;
    }

    private static HttpRequest.BodyPublisher publisher(InputStream body, long length) {
        if (length == 0) {
            return HttpRequest.BodyPublishers.noBody();
        }
        HttpRequest.BodyPublisher stream = HttpRequest.BodyPublishers.ofInputStream(() -> body);
        return length < 0 ? stream : HttpRequest.BodyPublishers.fromPublisher(stream, length);
    }

    static void relay(HttpResponse<byte[]> received, Response response, Callback callback) {
        response.setStatus(received.statusCode());
        received.headers().map().forEach((name, values) -> {
            if (!THEIRS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.getHeaders().add(name, value));
            }
        });
        response.write(true, ByteBuffer.wrap(received.body()), callback);
    }
}
