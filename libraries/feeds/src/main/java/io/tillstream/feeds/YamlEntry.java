package io.tillstream.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a YAML file, with the line it stands in. What is wrong with it is added to the faults, and the rest is read
 * on.
 *
 * @param file as faults name it
 */
record YamlEntry(String file, Node node, List<String> faults) {

    /** Each key with its value, those of them that are no text or come again left out. */
    void eachEntry(BiConsumer<String, YamlEntry> entries) {
        if (!(node instanceof MappingNode mapping)) {
            fault("keys with values are expected here");
            return;
        }
        List<String> seen = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = at(tuple.getKeyNode()).text();
            if (seen.contains(key)) {
                at(tuple.getKeyNode()).fault("\"" + key + "\" is given twice");
            } else {
                entries.accept(key, at(tuple.getValueNode()));
            }
            seen.add(key);
        }
    }

    /** The values of a list; nothing when this is none. */
    List<YamlEntry> list() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(this::at).toList();
        }
        fault("a list is expected here");
        return List.of();
    }

    /** The one value; empty when this is more. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault("one value is expected here");
        return "";
    }

    void fault(String message) {
        faults.add(file + ", line " + (node.getStartMark().getLine() + 1) + ": " + message);
    }

    private YamlEntry at(Node other) {
        return new YamlEntry(file, other, faults);
    }
}
