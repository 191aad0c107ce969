package io.tillstream.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection: sends bytes as they are, well-formed or not, and reads until the server closes. */
final class RawExchange {

    private static final int MOST_BYTES = 8 << 20;

    private RawExchange() {}

    /** Text is sent byte by byte as ISO 8859-1, so that any byte can be written in it. */
    static RawAnswer send(URI server, String request, Duration patience) throws IOException {
        return send(server, request.getBytes(StandardCharsets.ISO_8859_1), patience);
    }

    static RawAnswer send(URI server, byte[] request, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), millis);
            socket.setSoTimeout(millis);
            write(socket, request);
            return read(socket.getInputStream(), System.nanoTime() + patience.toNanos());
        }
    }

    /** A server that has heard enough may close before all is sent; what it said can still be read. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException closedEarly) {
            // What it answered tells.
        }
    }

    private static RawAnswer read(InputStream in, long end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        boolean isOver = false;
        try {
            while (!isOver && bytes.size() < MOST_BYTES && System.nanoTime() < end) {
                int count = in.read(buffer);
                isOver = count < 0;
                bytes.write(buffer, 0, Math.max(count, 0));
            }
        } catch (SocketTimeoutException silence) {
            isOver = false;
        } catch (IOException reset) {
            isOver = true;
        }
        return RawAnswer.of(bytes.toByteArray(), isOver);
    }
}
