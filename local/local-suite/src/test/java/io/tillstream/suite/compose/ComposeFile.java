package io.tillstream.suite.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A compose file, each of its services with what it extends. */
record ComposeFile(String name, String text, Map<String, Map<String, Object>> services, Set<String> volumes) {

    /** Relative to the module, where Maven runs its tests. */
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

    static ComposeFile read(String name) {
        String text = textOf(name);
        Map<String, Object> content = parsed(text);
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        map(content.get("services")).forEach((service, itself) -> services.put(service, extended(map(itself))));
        return new ComposeFile(name, text, services, map(content.get("volumes")).keySet());
    }

    static String textOf(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> variablesIn(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> list(String service, String key) {
        Object value = services.getOrDefault(service, Map.of()).getOrDefault(key, List.of());
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    Map<String, Object> map(String service, String key) {
        return map(services.getOrDefault(service, Map.of()).get(key));
    }

    /** As Compose does it for what occurs here: what the service says itself wins, key by key. */
    private static Map<String, Object> extended(Map<String, Object> itself) {
        Map<String, Object> whole = new LinkedHashMap<>();
        Map<String, Object> base = map(itself.get("extends"));
        if (!base.isEmpty()) {
            Map<String, Object> file = parsed(textOf(String.valueOf(base.get("file"))));
            whole.putAll(map(map(file.get("services")).get(String.valueOf(base.get("service")))));
        }
        whole.putAll(itself);
        return whole;
    }

    private static Map<String, Object> parsed(String text) {
        return map(new Yaml().load(text));
    }

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, content) -> map.put(String.valueOf(key), content == null ? Map.of() : content));
        }
        return map;
    }

    @Override
    public String toString() {
        return name;
    }
}
