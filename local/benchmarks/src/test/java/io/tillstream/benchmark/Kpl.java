package io.tillstream.benchmark;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.PartitionKeys;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The Kinesis Producer Library, from a folder with its jars, by reflection: it brings 130 MB of native programs and
 * other versions of everything, and is no dependency of this project.
 */
final class Kpl implements AutoCloseable {

    private static final String PACKAGE = "software.amazon.kinesis.producer.";
    private static final String AUTH = "software.amazon.awssdk.auth.credentials.";

    private final URLClassLoader jars;
    private final Object producer;
    private final Method addUserRecord;
    private final Method destroy;

    private Kpl(URLClassLoader jars, Object producer) throws ReflectiveOperationException {
        this.jars = jars;
        this.producer = producer;
        this.addUserRecord =
                producer.getClass().getMethod("addUserRecord", String.class, String.class, ByteBuffer.class);
        this.destroy = producer.getClass().getMethod("destroy");
    }

    /** With the library's defaults, but for the endpoint, the rate limit, which is that of a shard, and metrics. */
    static Kpl start(Path folder, int port) throws IOException, ReflectiveOperationException {
        URLClassLoader jars = new URLClassLoader(urls(folder), ClassLoader.getPlatformClassLoader());
        Class<?> type = jars.loadClass(PACKAGE + "KinesisProducerConfiguration");
        Object settings = type.getConstructor().newInstance();
        set(settings, "setKinesisEndpoint", String.class, "localhost");
        set(settings, "setKinesisPort", long.class, port);
        set(settings, "setStsEndpoint", String.class, "localhost");
        set(settings, "setStsPort", long.class, port);
        set(settings, "setVerifyCertificate", boolean.class, false);
        set(settings, "setRegion", String.class, "eu-west-1");
        set(settings, "setMetricsLevel", String.class, "none");
        set(settings, "setRateLimit", long.class, 1_000_000);
        set(settings, "setCredentialsProvider", jars.loadClass(AUTH + "AwsCredentialsProvider"), credentials(jars));
        return new Kpl(
                jars,
                jars.loadClass(PACKAGE + "KinesisProducer").getConstructor(type).newInstance(settings));
    }

    /** Puts the lines and waits until the library has their acknowledgements. */
    void put(List<TransactionLine> lines, LineCodec codec) {
        try {
            List<Future<?>> running = new ArrayList<>(lines.size());
            for (TransactionLine line : lines) {
                ByteBuffer data = ByteBuffer.wrap(codec.encode(line));
                running.add((Future<?>)
                        addUserRecord.invoke(producer, FeedLayout.TRANSACTIONS.stream(), PartitionKeys.of(line), data));
            }
            for (Future<?> put : running) {
                put.get();
            }
        } catch (ReflectiveOperationException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException, ReflectiveOperationException {
        destroy.invoke(producer);
        jars.close();
    }

    private static Object credentials(ClassLoader jars) throws ReflectiveOperationException {
        Class<?> basic = jars.loadClass(AUTH + "AwsBasicCredentials");
        Object keys = basic.getMethod("create", String.class, String.class).invoke(null, "any", "any");
        return jars.loadClass(AUTH + "StaticCredentialsProvider")
                .getMethod("create", jars.loadClass(AUTH + "AwsCredentials"))
                .invoke(null, keys);
    }

    private static void set(Object settings, String setter, Class<?> type, Object value)
            throws ReflectiveOperationException {
        settings.getClass().getMethod(setter, type).invoke(settings, value);
    }

    private static URL[] urls(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Kpl::url)
                    .toArray(URL[]::new);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
