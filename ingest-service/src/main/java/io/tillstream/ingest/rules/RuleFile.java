package io.tillstream.ingest.rules;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads rules from a YAML file that holds a list of them, and keeps the lines they stand in. */
final class RuleFile {

    private final String file;

    private RuleFile(String file) {
        this.file = file;
    }

    static List<RuleText> read(Path file) {
        try (Reader yaml = Files.newBufferedReader(file)) {
            return read(file.toString(), yaml);
        } catch (IOException e) {
            throw new BadRulesException(file + ": cannot be read: " + e);
        }
    }

    /** @param file the name for what is read, in faults */
    static List<RuleText> read(String file, Reader yaml) {
        return new RuleFile(file).rules(yaml);
    }

    private List<RuleText> rules(Reader yaml) {
        return switch (document(yaml)) {
            case null -> List.of();
            case SequenceNode list -> list.getValue().stream().map(this::rule).toList();
            case Node other -> throw fault(other, "this is not a list of rules, each beginning with \"- name:\"");
        };
    }

    private @Nullable Node document(Reader yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
        } catch (MarkedYAMLException e) {
            throw new BadRulesException(file + line(e.getProblemMark()) + ": not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new BadRulesException(file + ": not YAML: " + e.getMessage());
        }
    }

    private RuleText rule(Node node) {
        Map<String, Written> texts = new LinkedHashMap<>();
        Map<String, Map<String, Written>> tables = new LinkedHashMap<>();
        eachEntry(node, (key, value) -> {
            if (value instanceof MappingNode) {
                tables.put(key, table(value));
            } else {
                texts.put(key, text(value));
            }
        });
        return new RuleText(where(node), texts, tables);
    }

    private Map<String, Written> table(Node node) {
        Map<String, Written> table = new LinkedHashMap<>();
        eachEntry(node, (key, value) -> table.put(key, text(value)));
        return table;
    }

    private void eachEntry(Node node, BiConsumer<String, Node> entries) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "keys with values are expected here");
        }
        List<String> seen = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            Written key = text(entry.getKeyNode());
            if (seen.contains(key.text())) {
                throw key.fault("\"" + key.text() + "\" is given twice");
            }
            seen.add(key.text());
            entries.accept(key.text(), entry.getValueNode());
        }
    }

    private Written text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault(node, "one value is expected here");
        }
        return new Written(scalar.getValue(), where(node));
    }

    private BadRulesException fault(Node node, String message) {
        return new BadRulesException(where(node) + ": " + message);
    }

    private String where(Node node) {
        return file + line(node.getStartMark());
    }

    private static String line(Mark mark) {
        return ", line " + (mark.getLine() + 1);
    }
}
