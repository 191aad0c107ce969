package io.tillstream.producer.progress;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps how far a replay has come in a small file, which is always complete: a newer one replaces it at one stroke.
 * Losing it costs time only, because rows that are sent again are known by their identities.
 */
public final class StateFile {

    private static final String FAULT = "fault.";
    private static final String LANE = "lane.";

    private final Path path;

    public StateFile(Path path) {
        this.path = path;
    }

    /** What was saved last; nothing when that cannot be understood. */
    public Optional<SavedProgress> load(int connections) throws IOException {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            return Optional.of(saved(properties, connections));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public void save(SavedProgress saved) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            properties(saved).store(writer, "How far a replay has come; delete this file to start from the beginning");
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static Properties properties(SavedProgress saved) {
        Properties properties = new Properties();
        Totals totals = saved.totals();
        put(properties, "sent", totals.sent());
        put(properties, "accepted", totals.accepted());
        put(properties, "rejected", totals.rejected());
        put(properties, "dropped", totals.dropped());
        put(properties, "requests", totals.requests());
        put(properties, "retries", totals.retries());
        put(properties, "rejects-length", saved.rejectsLength());
        totals.faults().forEach((code, count) -> put(properties, FAULT + code, count));
        for (int i = 0; i < saved.through().size(); i++) {
            put(properties, LANE + i, saved.through().get(i));
        }
        return properties;
    }

    private static void put(Properties properties, String name, long value) {
        properties.setProperty(name, Long.toString(value));
    }

    private static SavedProgress saved(Properties properties, int connections) {
        SortedMap<String, Long> faults = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(FAULT)) {
                faults.put(name.substring(FAULT.length()), number(properties, name));
            }
        }
        Totals totals = new Totals(
                number(properties, "sent"),
                number(properties, "accepted"),
                number(properties, "rejected"),
                number(properties, "dropped"),
                number(properties, "requests"),
                number(properties, "retries"),
                faults);
        List<Long> through = new ArrayList<>(connections);
        for (int i = 0; i < connections; i++) {
            through.add(number(properties, LANE + i));
        }
        return new SavedProgress(totals, through, number(properties, "rejects-length"));
    }

    private static long number(Properties properties, String name) {
        return Long.parseLong(properties.getProperty(name, ""));
    }
}
