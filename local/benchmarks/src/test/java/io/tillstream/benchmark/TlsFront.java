package io.tillstream.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Passes what it gets over TLS on to a plain endpoint: the Kinesis Producer Library speaks nothing but TLS. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "benchmark";

    private final ServerSocket server;
    private final URI target;

    private TlsFront(ServerSocket server, URI target) {
        this.server = server;
        this.target = target;
    }

    static TlsFront before(URI target) throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("tls-front");
        Path keys = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int exit = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "front",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool made no certificate");
        }
        ServerSocket server =
                context(keys).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Files.delete(keys);
        Files.delete(folder);
        TlsFront front = new TlsFront(server, target);
        Thread.ofPlatform().daemon().name("tls-front").start(front::accept);
        return front;
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket behind = new Socket(target.getHost(), target.getPort());
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                pump(client, behind);
                pump(behind, client);
            } catch (IOException e) {
                // The library connects again; a front that is closed ends the loop.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofPlatform().daemon().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One side hung up; both are closed.
            }
        });
    }
}
