package io.tillstream.tracing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes traces by OTLP over HTTP. What they say stands in them as plain text between bytes of no interest. */
public final class TraceReceiver implements AutoCloseable {

    private final HttpServer server;
    private final StringBuilder received = new StringBuilder();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port of the loopback address. */
    public static TraceReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TraceReceiver receiver = new TraceReceiver(server);
        server.createContext("/v1/traces", exchange -> {
            receiver.take(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return receiver;
    }

    /** The endpoint for traces. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** All that was received. */
    public synchronized String received() {
        return received.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void take(String body) {
        received.append(body);
    }
}
