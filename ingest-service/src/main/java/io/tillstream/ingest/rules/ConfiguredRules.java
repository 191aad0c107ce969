package io.tillstream.ingest.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rules that are written among the other properties. */
final class ConfiguredRules {

    private ConfiguredRules() {}

    static List<RuleText> read(String property, List<Map<String, Object>> rules) {
        List<RuleText> texts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            texts.add(rule(property + "[" + i + "]", rules.get(i)));
        }
        return texts;
    }

    private static RuleText rule(String where, Map<String, Object> entries) {
        Map<String, Written> texts = new LinkedHashMap<>();
        Map<String, Map<String, Written>> tables = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            if (value instanceof Map<?, ?> table) {
                tables.put(key, table(where + "." + key, table));
            } else {
                texts.put(key, new Written(String.valueOf(value), where + "." + key));
            }
        });
        return new RuleText(where, texts, tables);
    }

    private static Map<String, Written> table(String where, Map<?, ?> entries) {
        Map<String, Written> table = new LinkedHashMap<>();
        entries.forEach(
                (key, value) -> table.put(String.valueOf(key), new Written(String.valueOf(value), where + "." + key)));
        return table;
    }
}
