package io.tillstream.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in {@code deploy/observability}. */
public final class ObservabilityFiles {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("deploy/observability");

    private ObservabilityFiles() {}

    /** An alert as Prometheus reads it. */
    record Alert(String name, String promQl, Map<String, String> labels, Map<String, String> annotations) {}

    static List<Alert> alerts() {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(read(FOLDER.resolve("prometheus/alerts.yml")));
        return rows(file, "groups").stream()
                .flatMap(group -> rows(group, "rules").stream())
                .map(rule -> new Alert(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        texts(rule, "labels"),
                        texts(rule, "annotations")))
                .toList();
    }

    static String alertTests() {
        return read(FOLDER.resolve("prometheus/alerts.test.yml"));
    }

    static String runbook() {
        return read(ROOT.resolve("docs/operate/runbook.md"));
    }

    static Path dashboard(Dashboard dashboard) {
        return FOLDER.resolve("grafana/dashboards/" + dashboard.uid() + ".json");
    }

    /** What the dashboards ask Prometheus for. */
    static List<String> dashboardQueries() {
        return targets("expr");
    }

    /** What the dashboards ask the warehouse for. */
    public static List<String> warehouseQueries() {
        return targets("rawSql");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> targets(String kind) {
        return Dashboard.all().stream()
                .map(dashboard -> JsonMapper.shared().readTree(read(dashboard(dashboard))))
                .flatMap(dashboard -> elements(dashboard.path("panels")))
                .flatMap(panel -> elements(panel.path("targets")))
                .filter(target -> target.has(kind))
                .map(target -> target.path(kind).asString())
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, ?> node, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(node.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Map<String, ?> node, String name) {
        return (Map<String, String>) Objects.requireNonNull(node.get(name), name);
    }
}
