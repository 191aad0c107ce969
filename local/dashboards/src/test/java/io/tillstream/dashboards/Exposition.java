package io.tillstream.dashboards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The series that services show to Prometheus, with the labels that it adds. */
final class Exposition {

    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [^ ]+( [0-9]+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Set<String> ADDED = Set.of("job", "instance");

    private final Map<String, List<Map<String, String>>> series = new HashMap<>();

    /** Adds what a scrape of a job brought. */
    void add(String job, String scrape) {
        scrape.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> addSeries(line, job));
    }

    /** The labels of each series of the metric; none when nobody shows it. */
    List<Map<String, String>> of(String metric) {
        return series.getOrDefault(metric, List.of());
    }

    /** The names of the labels of each metric's series, but for those that Prometheus adds. */
    SortedMap<String, SortedSet<String>> labelsByMetric() {
        SortedMap<String, SortedSet<String>> labels = new TreeMap<>();
        series.forEach((metric, all) -> {
            SortedSet<String> names = new TreeSet<>();
            all.forEach(one -> names.addAll(one.keySet()));
            names.removeAll(ADDED);
            labels.put(metric, names);
        });
        return labels;
    }

    private void addSeries(String line, String job) {
        Matcher read = SERIES.matcher(line);
        if (!read.matches()) {
            throw new IllegalArgumentException("No sample of a series: " + line);
        }
        Map<String, String> labels = new HashMap<>(Map.of("job", job, "instance", "localhost"));
        if (read.group(2) != null) {
            LABEL.matcher(read.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        series.computeIfAbsent(read.group(1), first -> new ArrayList<>()).add(labels);
    }
}
