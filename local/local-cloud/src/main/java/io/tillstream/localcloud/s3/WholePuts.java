package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
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

    private final Forwarding forwarding = new Forwarding();
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
        HttpResponse<byte[]> received =
                forwarding.stream(request, URI.create(arrivals + "/" + ArrivalFolder.BUCKET + "/" + name));
        if (received.statusCode() == 200 && !place(request, arriving.file(name), target.get())) {
            S3Refusal.PRECONDITION_FAILED.send(response, callback);
        } else {
            Forwarding.relay(received, response, callback);
        }
        return true;
    }

    /** Copies and other conditions need to see the object that is there: the store's own business. */
    private static boolean isPlain(Request request) {
        return !request.getHeaders().contains("x-amz-copy-source")
                && !request.getHeaders().contains(HttpHeader.IF_MATCH)
                && "*".equals(Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.IF_NONE_MATCH), "*"));
    }

    private static boolean place(Request request, Path arrived, Path target) throws IOException {
        if (request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)) {
            return Placement.ifAbsent(arrived, target);
        }
        Placement.replace(arrived, target);
        return true;
    }
}
