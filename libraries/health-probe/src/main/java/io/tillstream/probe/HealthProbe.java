package io.tillstream.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ends with 0 when the program of this container says that it is well, and else with 1. Where to ask stands in the file
 * that is its argument, unless {@code HEALTH_URL} says otherwise; a program without such a file has no health to tell.
 * It runs every few seconds in every container, so it is one class on a bare socket: an HTTP client would take longer
 * to load than to answer.
 */
public final class HealthProbe {

    private static final int TIMEOUT_MILLIS = 4_000;
    private static final byte[] WELL = "HTTP/1.1 200".getBytes(US_ASCII);

    private HealthProbe() {}

    public static void main(String[] args) throws IOException {
        System.exit(isWell(Path.of(args[0]), System.getenv("HEALTH_URL")) ? 0 : 1);
    }

    static boolean isWell(Path file, @Nullable String override) throws IOException {
        if (override != null && !override.isEmpty()) {
            return isWell(URI.create(override));
        }
        return !Files.exists(file) || isWell(URI.create(Files.readString(file).strip()));
    }

    private static boolean isWell(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request(url));
            byte[] answer = socket.getInputStream().readNBytes(WELL.length);
            System.out.println(url + " answered " + new String(answer, US_ASCII));
            return Arrays.equals(answer, WELL);
        } catch (IOException silent) {
            System.out.println(url + " does not answer: " + silent.getMessage());
            return false;
        }
    }

    private static byte[] request(URI url) {
        String path = "GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getRawAuthority();
        return (path + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII);
    }
}
