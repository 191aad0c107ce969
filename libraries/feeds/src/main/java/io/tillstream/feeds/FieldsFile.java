package io.tillstream.feeds;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.OwnFields;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the fields that an installation adds to those of its feeds, from a YAML file that all of its programs share. All
 * that is wrong with the file is told at once.
 */
public final class FieldsFile {

    private static final String SHAPE = "a file of own fields begins with \"feeds:\", below it the name of a feed";

    private final Feeds installed;
    private final List<String> faults = new ArrayList<>();
    private final Map<FeedName, OwnFields> own = new LinkedHashMap<>();

    private FieldsFile(Feeds installed) {
        this.installed = installed;
    }

    /**
     * What the file declares, by feed.
     *
     * @param installed all feeds that it may name, whether they are run or not
     * @throws BadFieldsException when something is wrong with the file
     */
    public static Map<FeedName, OwnFields> read(Path file, Feeds installed) {
        try (Reader yaml = Files.newBufferedReader(file)) {
            return read(file.toString(), yaml, installed);
        } catch (IOException e) {
            throw new BadFieldsException(List.of(file + ": cannot be read: " + e));
        }
    }

    /** @param name the name for what is read, in faults */
    static Map<FeedName, OwnFields> read(String name, Reader yaml, Feeds installed) {
        FieldsFile file = new FieldsFile(installed);
        Node document = document(name, yaml);
        if (document != null) {
            file.readDocument(new YamlEntry(name, document, file.faults));
        }
        if (!file.faults.isEmpty()) {
            throw new BadFieldsException(file.faults);
        }
        return file.own;
    }

    private static @Nullable Node document(String name, Reader yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark().getLine() + 1;
            throw new BadFieldsException(List.of(name + ", line " + line + ": not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw new BadFieldsException(List.of(name + ": not YAML: " + e.getMessage()));
        }
    }

    private void readDocument(YamlEntry document) {
        document.eachEntry((key, value) -> {
            if (key.equals("feeds")) {
                value.eachEntry(this::readFeed);
            } else {
                value.fault("there is no \"" + key + "\"; " + SHAPE);
            }
        });
    }

    private void readFeed(String name, YamlEntry entry) {
        Optional<Feed> feed = installed.all().stream()
                .filter(known -> known.name().value().equals(name))
                .findFirst();
        if (feed.isPresent()) {
            own.put(feed.get().name(), new FieldsOfFeed(feed.get()).read(entry));
        } else {
            String known =
                    installed.all().stream().map(other -> other.name().value()).collect(Collectors.joining(", "));
            entry.fault("there is no feed \"" + name + "\"; there are " + known);
        }
    }
}
