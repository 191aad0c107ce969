package io.tillstream.query;

import io.tillstream.invoicestore.InMemoryInvoiceStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The service on a free port, with its store in memory. */
final class QueryServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private QueryServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static QueryServer start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=test",
                "--spring.cloud.aws.credentials.secret-key=test"));
        arguments.addAll(List.of(settings));
        return new QueryServer(
                QueryApplication.builder().sources(InMemory.class).run(arguments.toArray(String[]::new)));
    }

    InMemoryInvoiceStore store() {
        return context.getBean(InMemoryInvoiceStore.class);
    }

    /** The status of the answer. */
    int get(String path, String... headers) throws IOException, InterruptedException {
        return answer(path, headers).statusCode();
    }

    HttpResponse<String> answer(String path, String... headers) throws IOException, InterruptedException {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
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
    }
}
