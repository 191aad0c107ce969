package io.tillstream.access.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.access.Caller;
import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import io.tillstream.access.ScopedPath;
import io.tillstream.model.StoreId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that is nothing but guarded, on a free port of the loopback address. */
final class SmallService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private SmallService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Open, and to be called by everybody on this machine. */
    static SmallService open(String... settings) {
        return start(Stream.concat(Stream.of("tillstream.access.mode=open"), Arrays.stream(settings))
                .toArray(String[]::new));
    }

    /** The last of several settings of one name counts. */
    static SmallService start(String... settings) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "spring.config.name", "small-service",
                "server.port", "0",
                "server.address", "127.0.0.1",
                "management.endpoints.web.exposure.include", "*",
                "management.endpoint.health.probes.enabled", "true",
                "spring.mvc.problemdetails.enabled", "true",
                "spring.main.banner-mode", "off"));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new SmallService(new SpringApplicationBuilder(Application.class)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString("rows")));
    }

    HttpResponse<String> preflight(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> getFromManagement(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("local.management.port", path)).headers(headers));
    }

    /** The answer to a request of exactly these lines. */
    String raw(String port, String... lines) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), uri(port, "/").getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** The value of a series of {@code /actuator/prometheus}'s source. */
    double meter(String name, String... tags) {
        return context.getBean(MeterRegistry.class)
                .get(name)
                .tags(tags)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("local.server.port", path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String port, String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty(port) + path);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Rows.class)
    static class Application {

        @Bean
        GuardedApi guardedApi() {
            return new GuardedApi(
                    Scope.INGEST_WRITE,
                    List.of("/page", "/page/**"),
                    List.of("/me", "/rows", "/things/**", "/failing/**", "/100*"),
                    List.of(
                            ScopedPath.of("/things/secret", Scope.ADMIN),
                            ScopedPath.forPublicKeys("/events", new Scope("events:write"))));
        }
    }

    @RestController
    static class Rows {

        @GetMapping("/me")
        String me(Caller caller) {
            return caller.name() + " " + caller.store().map(StoreId::value).orElse("any") + " " + caller.scopes();
        }

        @GetMapping({"/page", "/page/script.js"})
        String page() {
            return "no data";
        }

        @GetMapping("/things/{id}")
        String thing(@PathVariable String id) {
            return id;
        }

        @GetMapping("/failing/{id}")
        String failing(@PathVariable String id) {
            throw new IllegalStateException(id);
        }

        @GetMapping("/figures")
        String figures() {
            return "of all stores";
        }

        @PostMapping({"/rows", "/events"})
        ResponseEntity<String> rows(Caller caller, @RequestParam int count) {
            return caller.takeRows(count)
                    .map(wait ->
                            ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body(wait.toString()))
                    .orElseGet(() -> ResponseEntity.accepted().body("taken"));
        }
    }
}
