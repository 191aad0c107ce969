package io.tillstream.access.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The public keys of an issuer, on a free port of the loopback address. */
final class JwkSet implements AutoCloseable {

    private final HttpServer server;

    private JwkSet(HttpServer server) {
        this.server = server;
    }

    static JwkSet serving(RSAKey key) throws IOException {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return new JwkSet(server);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
