package io.tillstream.suite;

import io.tillstream.bootstrap.CloudClients;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running pipeline as its users see it: over HTTP and by the objects in its lake. */
final class Pipeline implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI ingest;
    private final URI query;
    private final CloudClients clients;

    Pipeline(URI ingest, URI query, URI cloud) {
        this.ingest = ingest;
        this.query = query;
        this.clients = CloudClients.of(cloud);
    }

    static Pipeline of(Suite suite) {
        return new Pipeline(suite.ingest(), suite.query(), suite.cloud());
    }

    CloudClients clients() {
        return clients;
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return postTo(FeedLayout.TRANSACTIONS, body, headers);
    }

    HttpResponse<String> postTo(FeedLayout feed, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(ingest.resolve(feed.path()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Of the ingest service. */
    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(ingest.resolve(path)).DELETE().build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) {
        return getFrom(query, path);
    }

    /** Of any of the services. */
    HttpResponse<String> getFrom(URI service, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** How many lines the invoice has, by the query API. */
    int lineCount(String invoiceNo) {
        return read(get("/invoices/" + invoiceNo).body()).path("lineCount").asInt(0);
    }

    /** Every line of the raw lake's transactions. */
    List<JsonNode> lake() {
        return lakeOf(FeedLayout.TRANSACTIONS);
    }

    /** Every line of a feed in the raw lake. */
    List<JsonNode> lakeOf(FeedLayout feed) {
        return keys(feed.rawPrefix()).stream()
                .flatMap(key -> rows(key).stream())
                .toList();
    }

    /** How many lines of the invoice lie in the raw lake. */
    long linesInTheLake(String invoiceNo) {
        return lake().stream()
                .filter(line -> line.path("invoiceNo").asString().equals(invoiceNo))
                .count();
    }

    List<String> keys(String prefix) {
        return clients
                .s3()
                .listObjectsV2Paginator(
                        request -> request.bucket(Names.LAKE_BUCKET).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    JsonNode read(String text) {
        return json.readTree(text);
    }

    private List<JsonNode> rows(String key) {
        try (var stream = clients.s3()
                        .getObject(request -> request.bucket(Names.LAKE_BUCKET).key(key));
                var text = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
            return text.lines().map(this::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        clients.close();
        http.close();
    }
}
