package io.tillstream.ingest.http;

import io.tillstream.ingest.IngestApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a free port, with a stream in memory. */
final class IngestServer implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final class Shared {
        private static final IngestServer SERVER = start();
    }

    private final ConfigurableApplicationContext context;

    private IngestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static IngestServer start(String... settings) {
        return startWith(FakeStream.class, settings);
    }

    /** With these beans in place of its own. */
    static IngestServer startWith(Class<?> fakes, String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--spring.main.allow-bean-definition-overriding=true"));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("--tillstream.access."))) {
            arguments.add("--tillstream.access.mode=open");
            // What tests write by hand is for no host in particular.
            arguments.add("--tillstream.access.open-hosts=x");
        }
        arguments.addAll(List.of(settings));
        return new IngestServer(IngestApplication.builder().sources(fakes).run(arguments.toArray(String[]::new)));
    }

    /** One for all tests that want no settings of their own; it lives as long as the tests. */
    static IngestServer shared() {
        return Shared.SERVER;
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A request that does not wait for its answer forever. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder rows(String contentType, byte[] body) {
        return request("/transactions").header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
