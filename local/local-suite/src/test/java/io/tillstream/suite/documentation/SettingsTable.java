package io.tillstream.suite.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of {@code docs/operate/settings.md}, as the configuration metadata of all modules has it. */
final class SettingsTable {

    /** What tells the generated part of the page from the rest. */
    static final String BEGIN = "<!-- generated from configuration metadata -->\n";

    static final String END = "<!-- end of what is generated -->\n";

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Map<String, String> SERVICES = Map.of(
            "access", "all",
            "ingest", "ingest-service",
            "consumers", "stream-consumers",
            "feeds", "ingest-service, stream-consumers, batch-loader",
            "loader", "batch-loader",
            "query", "query-service");

    private SettingsTable() {}

    /** A property as one module declares it. */
    record Setting(String name, String source, String defaultValue, String description) {

        String service() {
            return SERVICES.getOrDefault(source.split("\\.", 4)[2], source);
        }
    }

    /** The page with a new table. */
    static String putInto(String page) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + table() + page.substring(page.indexOf(END, begin));
    }

    private static String table() {
        Map<String, List<Setting>> byName =
                settings().stream().collect(Collectors.groupingBy(Setting::name, TreeMap::new, Collectors.toList()));
        return byName.values().stream()
                .map(SettingsTable::row)
                .collect(Collectors.joining(
                        "\n", "| property | default | services | meaning |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(List<Setting> sameName) {
        Setting setting = sameName.getFirst();
        String services = sameName.stream().map(Setting::service).distinct().collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |"
                .formatted(setting.name(), setting.defaultValue(), services, setting.description());
    }

    static List<Setting> settings() {
        try {
            return Collections.list(SettingsTable.class.getClassLoader().getResources(METADATA)).stream()
                    .flatMap(SettingsTable::settingsIn)
                    .filter(setting -> setting.name().startsWith("tillstream."))
                    .sorted(Comparator.comparing(Setting::name).thenComparing(Setting::source))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Setting> settingsIn(URL metadata) {
        try (InputStream json = metadata.openStream()) {
            return JsonMapper.shared()
                    .readTree(json)
                    .path("properties")
                    .valueStream()
                    .map(SettingsTable::settingIn);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Setting settingIn(JsonNode property) {
        return new Setting(
                property.path("name").asString(),
                property.path("sourceType").asString(),
                defaultIn(property.path("defaultValue")),
                property.path("description")
                        .asString("")
                        .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                        .replace("|", "\\|"));
    }

    /** Lists come as text in brackets. */
    private static String defaultIn(JsonNode value) {
        String text = value.asString("").replaceAll("^\\[(.*)]$", "$1").replace(", ", ",");
        return text.isEmpty() ? "none" : "`" + text + "`";
    }
}
