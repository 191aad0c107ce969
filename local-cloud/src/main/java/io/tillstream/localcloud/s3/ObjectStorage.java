package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3 over a folder, on a private port of loopback, for any credentials. An object is there whole or not at all. */
public final class ObjectStorage implements AutoCloseable {

    private final S3Proxy objects;
    private final S3Proxy arrivals;
    private final S3Proxy uploads;
    private final Handler puts;

    private ObjectStorage(S3Proxy objects, S3Proxy arrivals, S3Proxy uploads, Handler puts) {
        this.objects = objects;
        this.arrivals = arrivals;
        this.uploads = uploads;
        this.puts = puts;
    }

    public static ObjectStorage start(Path data) {
        try {
            Path root = Files.createDirectories(data.toAbsolutePath().resolve("objects"));
            ArrivalFolder arriving = ArrivalFolder.emptied(data.toAbsolutePath().resolve("arriving"));
            Path uploading = Files.createDirectories(data.toAbsolutePath().resolve("uploads"));
            S3Proxy objects = serve(root);
            S3Proxy arrivals = serve(arriving.root());
            S3Proxy uploads = serve(uploading);
            return new ObjectStorage(
                    objects,
                    arrivals,
                    uploads,
                    new Handler.Sequence(
                            new WholePuts(root, arriving, endpointOf(arrivals)),
                            new WholeUploads(root, uploading, endpointOf(objects), endpointOf(uploads))));
        } catch (IOException e) {
            throw new UncheckedIOException("S3 cannot be started", e);
        }
    }

    /** Where everything is answered but what {@link #puts} takes. */
    public URI endpoint() {
        return endpointOf(objects);
    }

    /** Answers the plain puts of objects, at once and in parts, and leaves all else alone. */
    public Handler puts() {
        return puts;
    }

    @Override
    public void close() {
        stop(objects);
        stop(arrivals);
        stop(uploads);
    }

    private static URI endpointOf(S3Proxy proxy) {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    private static S3Proxy serve(Path root) {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(root.toString()))
                .awsAuthentication(AuthenticationType.NONE, "", "")
                .endpoint(URI.create("http://127.0.0.1:0"))
                .ignoreUnknownHeaders(true)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            // The library declares no narrower type.
            throw new IllegalStateException("S3 cannot be started", e);
        }
        return proxy;
    }

    private static void stop(S3Proxy proxy) {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3 cannot be stopped", e);
        }
    }
}
