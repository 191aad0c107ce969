package io.tillstream.query;

import io.tillstream.invoicestore.InMemoryInvoiceStore;
import io.tillstream.sessionstore.InMemorySessionStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The service on a free port, with its store in memory. */
public final class QueryServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private QueryServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static QueryServer start(String... settings) {
        return start(QueryApplication.builder().sources(InMemory.class), settings);
    }

    /** With its tables at this address. */
    public static QueryServer startOn(URI dynamoDb, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--spring.cloud.aws.dynamodb.endpoint=" + dynamoDb);
        return start(QueryApplication.builder(), all.toArray(String[]::new));
    }

    private static QueryServer start(SpringApplicationBuilder application, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--tillstream.warehouse.password=none",
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=test",
                "--spring.cloud.aws.credentials.secret-key=test"));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("--tillstream.access."))) {
            arguments.add("--tillstream.access.mode=open");
        }
        arguments.addAll(List.of(settings));
        return new QueryServer(application.run(arguments.toArray(String[]::new)));
    }

    public InMemoryInvoiceStore store() {
        return context.getBean(InMemoryInvoiceStore.class);
    }

    public InMemorySessionStore sessions() {
        return context.getBean(InMemorySessionStore.class);
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** The status of the answer. */
    public int get(String path, String... headers) throws IOException, InterruptedException {
        return answer(path, headers).statusCode();
    }

    public HttpResponse<String> answer(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    /** Bears no annotation, or every test of the package would have it. */
    static class InMemory {
        @Bean
        @Primary
        InMemoryInvoiceStore storeInMemory() {
            return new InMemoryInvoiceStore();
        }

        @Bean
        @Primary
        InMemorySessionStore sessionsInMemory() {
            return new InMemorySessionStore();
        }
    }
}
