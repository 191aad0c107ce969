package io.tillstream.localcloud.dynamodb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * DynamoDB Local as someone else runs it, in a container for one.
 *
 * @param endpoint where it answers
 */
public record DynamoDbElsewhere(URI endpoint) implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Waits until it answers at all, be it to complain of a request without a signature.
     *
     * @throws IOException when it has not answered within that time
     */
    public static DynamoDbElsewhere awaited(URI endpoint, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            while (!answers(client, endpoint)) {
                if (System.nanoTime() - end > 0) {
                    throw new IOException("DynamoDB does not answer at " + endpoint);
                }
                Thread.sleep(PAUSE);
            }
        }
        return new DynamoDbElsewhere(endpoint);
    }

    private static boolean answers(HttpClient client, URI endpoint) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(TIMEOUT).build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Leaves it running. */
    @Override
    public void close() {}
}
