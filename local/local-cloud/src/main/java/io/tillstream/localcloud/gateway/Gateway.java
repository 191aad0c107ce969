package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localnames.LocalNames;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one port behind which all services are found. */
public final class Gateway implements AutoCloseable {

    private static final int STOP_MILLIS = 10_000;
    private static final int HEADER_BYTES = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;

    private Gateway(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes the port; requests wait until {@link #open}.
     *
     * @param address which of this machine's addresses
     * @param port 0 for any that is free
     * @throws BindException when someone else has the port
     */
    public static Gateway bind(String address, int port) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("local-cloud");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(address);
        connector.setPort(port);
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLIS);
        open(connector);
        return new Gateway(server, connector);
    }

    /**
     * Starts to answer: the given services by themselves, S3 from where it runs.
     *
     * @param hosts names by which it may be called, besides those of loopback
     */
    public void open(Backends backends, Faults faults, List<String> hosts) {
        Counters counters = new Counters();
        Handler services = new FaultHandler(
                new Handler.Sequence(Stream.concat(backends.handlers().stream(), Stream.of(new Upstream(backends.s3())))
                        .toList()),
                faults,
                counters);
        AdminHandler admin = new AdminHandler(backends.pages(), faults, counters);
        Handler all = new Handler.Sequence(List.of(admin, new StsHandler(), services));
        server.setHandler(new GracefulHandler(new LocalOnly(new LocalNames(hosts), all)));
        start();
    }

    /**
     * For this machine, and by its number: the SDKs put a bucket before a host's name, and few systems resolve {@code
     * bucket.localhost}.
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Lets the calls under way finish, then gives up the port. */
    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("The gateway cannot be stopped", e);
        }
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The gateway cannot be started", e);
        }
    }

    private static void open(ServerConnector connector) throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            throw e.getCause() instanceof BindException taken ? taken : e;
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // Object keys may hold whatever an address may, dots and doubled slashes included.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    /**
     * The handlers behind the port.
     *
     * @param handlers what is answered in this process; each leaves alone what is not for it
     * @param s3 where S3 runs
     * @param pages what the admin endpoint shows of them, by path
     */
    public record Backends(List<? extends Handler> handlers, URI s3, Map<String, Supplier<?>> pages) {}
}
