package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps multipart uploads in a store of their own, under their final names, and moves each object to its place when it
 * is complete. The store of the objects would assemble them beside their place, where listings show them half written,
 * and for good if the process is killed.
 */
final class WholeUploads extends Handler.Abstract {

    private static final String COPY_SOURCE = "x-amz-copy-source";

    private final Forwarding forwarding = new Forwarding();
    /** Two uploads of one name would meet where they are assembled. */
    private final ReentrantLock completing = new ReentrantLock();

    private final Path objects;
    private final Path uploads;
    private final URI objectStore;
    private final URI uploadStore;

    WholeUploads(Path objects, Path uploads, URI objectStore, URI uploadStore) {
        this.objects = objects;
        this.uploads = uploads;
        this.objectStore = objectStore;
        this.uploadStore = uploadStore;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        S3Request asked = S3Request.of(request);
        Optional<String> name = asked.isOfUploads() ? ObjectPath.nameOf(asked) : Optional.empty();
        if (name.isEmpty() || !Files.isDirectory(objects.resolve(bucketOf(name.get())))) {
            return false;
        }
        Files.createDirectories(uploads.resolve(bucketOf(name.get())));
        if (asked.operation().equals("CompleteMultipartUpload")) {
            complete(asked, name.get(), request, response, callback);
        } else if (request.getHeaders().contains(COPY_SOURCE)) {
            Forwarding.relay(copyPart(asked, name.get(), request), response, callback);
        } else {
            Forwarding.relay(forwarding.stream(request, at(uploadStore, asked)), response, callback);
        }
        return true;
    }

    private void complete(S3Request asked, String name, Request request, Response response, Callback callback)
            throws Exception {
        boolean ifAbsent = request.getHeaders().contains(HttpHeader.IF_NONE_MATCH);
        Path assembled = uploads.resolve(name);
        Path target = objects.resolve(name);
        byte[] parts = body(request);
        Optional<S3Refusal> refusal = refusalOf(asked, parts);
        if (refusal.isPresent()) {
            refusal.get().send(response, callback);
            return;
        }
        completing.lock();
        try {
            if (ifAbsent && Files.exists(target)) {
                S3Refusal.PRECONDITION_FAILED.send(response, callback);
                return;
            }
            if (Files.isRegularFile(assembled)) {
                // By a process that was killed before it could place it.
                Files.delete(assembled);
            }
            HttpResponse<byte[]> received = forwarding.send(request, at(uploadStore, asked), parts);
            if (received.statusCode() == 200 && Files.isRegularFile(assembled) && !place(ifAbsent, assembled, target)) {
                S3Refusal.PRECONDITION_FAILED.send(response, callback);
            } else if (received.statusCode() == 404) {
                // Perhaps it was completed before, which the store of the objects can tell.
                Forwarding.relay(forwarding.send(request, at(objectStore, asked), parts), response, callback);
            } else {
                Forwarding.relay(received, response, callback);
            }
        } finally {
            completing.unlock();
        }
    }

    /** Of an upload that is not there, there is nothing to compare with. */
    private Optional<S3Refusal> refusalOf(S3Request asked, byte[] parts) throws Exception {
        HttpResponse<byte[]> uploaded = forwarding.get(at(uploadStore, asked));
        return uploaded.statusCode() == 200
                ? PartList.parse(parts).refusal(PartList.parse(uploaded.body()))
                : Optional.empty();
    }

    private static boolean place(boolean ifAbsent, Path assembled, Path target) throws IOException {
        if (ifAbsent) {
            return Placement.ifAbsent(assembled, target);
        }
        Placement.replace(assembled, target);
        return true;
    }

    /** The source is brought to where the uploads are, by a second name for it. */
    private HttpResponse<byte[]> copyPart(S3Request asked, String name, Request request) throws Exception {
        String source =
                "/" + String.valueOf(request.getHeaders().get(COPY_SOURCE)).replaceFirst("^/", "");
        Optional<Path> file = ObjectPath.nameOf(new S3Request("GET", source, ""))
                .map(objects::resolve)
                .filter(Files::isRegularFile);
        String visible = bucketOf(name) + "/" + UUID.randomUUID();
        if (file.isEmpty()) {
            return forwarding.send(request, at(uploadStore, asked), COPY_SOURCE, visible);
        }
        Path link = Files.createLink(uploads.resolve(visible), file.get());
        try {
            return forwarding.send(request, at(uploadStore, asked), COPY_SOURCE, visible);
        } finally {
            Files.delete(link);
        }
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            return body.readAllBytes();
        }
    }

    private static String bucketOf(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static URI at(URI store, S3Request asked) {
        return URI.create(store + asked.pathAndQuery());
    }
}
