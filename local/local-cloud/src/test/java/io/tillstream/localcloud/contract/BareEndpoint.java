package io.tillstream.localcloud.contract;

import io.tillstream.localcloud.protocol.AwsJsonHandler;
import io.tillstream.localcloud.protocol.AwsOperations;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Services on a port of their own, without a gateway before them. */
public final class BareEndpoint implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;

    public BareEndpoint(AwsOperations... services) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(new AwsJsonHandler(List.of(services)));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
