package io.tillstream.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Running services, scraped as Prometheus would. */
public final class ScrapedServices {

    private final Map<String, URI> services;

    /** @param services by the job that Prometheus knows them under */
    public ScrapedServices(Map<String, URI> services) {
        this.services = Map.copyOf(services);
    }

    /** What alerts and dashboards ask for and no service shows at this moment. */
    public List<String> faults() {
        Lint lint = new Lint(scrape());
        return Stream.concat(
                        ObservabilityFiles.alerts().stream().map(ObservabilityFiles.Alert::promQl),
                        ObservabilityFiles.dashboardQueries().stream())
                .flatMap(query -> lint.faultsOf(query).stream().map(fault -> fault + " in " + query))
                .toList();
    }

    /** The names of the labels of each metric that a service shows at this moment. */
    public SortedMap<String, SortedSet<String>> labelsByMetric() {
        return scrape().labelsByMetric();
    }

    private Exposition scrape() {
        Exposition exposition = new Exposition();
        try (HttpClient http = HttpClient.newHttpClient()) {
            services.forEach((job, address) -> exposition.add(job, metrics(http, address)));
        }
        return exposition;
    }

    private static String metrics(HttpClient http, URI service) {
        try {
            return http.send(
                            HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
