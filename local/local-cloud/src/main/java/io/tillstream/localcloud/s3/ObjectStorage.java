package io.tillstream.localcloud.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.jetty.server.Handler;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3 over a folder, on a private port of loopback, for any credentials. An object is there whole or not at all. */
public final class ObjectStorage implements AutoCloseable {

    private static final int HIDDEN_BYTES = 16;

    private final Store objects;
    private final Store arrivals;
    private final Store uploads;
    private final Handler puts;

    private ObjectStorage(Store objects, Store arrivals, Store uploads, Handler puts) {
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
            Store objects = Store.serving(root);
            Store arrivals = Store.serving(arriving.root());
            Store uploads = Store.serving(uploading);
            return new ObjectStorage(
                    objects,
                    arrivals,
                    uploads,
                    new Handler.Sequence(
                            new S3Limits(),
                            new WholePuts(root, arriving, arrivals.endpoint()),
                            new WholeUploads(root, uploading, objects.endpoint(), uploads.endpoint())));
        } catch (IOException e) {
            throw new UncheckedIOException("S3 cannot be started", e);
        }
    }

    /** Where everything is answered but what {@link #puts} takes. */
    public URI endpoint() {
        return objects.endpoint();
    }

    /** Answers the plain puts of objects, at once and in parts, and what S3 refuses, and leaves all else alone. */
    public Handler puts() {
        return puts;
    }

    @Override
    public void close() {
        objects.stop();
        arrivals.stop();
        uploads.stop();
    }

    /** One folder behind one port. */
    private record Store(S3Proxy proxy, String path) {

        static Store serving(Path root) {
            String path = hiddenPath();
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new ListedObjects(new FilesystemNio2BlobStore(root.toString())))
                    .awsAuthentication(AuthenticationType.NONE, "", "")
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .servicePath(path)
                    .ignoreUnknownHeaders(true)
                    .build();
            try {
                proxy.start();
            } catch (Exception e) {
                // The library declares no narrower type.
                throw new IllegalStateException("S3 cannot be started", e);
            }
            return new Store(proxy, path);
        }

        /** It asks nobody who they are, and so that only this process finds it, it is where nobody can guess. */
        private static String hiddenPath() {
            byte[] name = new byte[HIDDEN_BYTES];
            new SecureRandom().nextBytes(name);
            return "/" + HexFormat.of().formatHex(name);
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + proxy.getPort() + path);
        }

        void stop() {
            try {
                proxy.stop();
            } catch (Exception e) {
                throw new IllegalStateException("S3 cannot be stopped", e);
            }
        }

        /** Does not show the path. */
        @Override
        public String toString() {
            return "objects on port " + proxy.getPort();
        }
    }
}
