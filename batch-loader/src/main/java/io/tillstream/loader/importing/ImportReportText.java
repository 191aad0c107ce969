package io.tillstream.loader.importing;

import static io.tillstream.commandline.ReportLines.count;

import io.tillstream.commandline.ReportLines;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.parts.FileStatistics;
import io.tillstream.rowfiles.Printable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as a person reads it. */
final class ImportReportText {

    /** Seconds. Of less no rate is told: a step may have had most of its work done by the one before. */
    private static final double SHORTEST_TOLD = 0.1;

    private final ReportLines text = new ReportLines("  %-10s %s");

    private ImportReportText() {}

    static String of(RunReport report) {
        return report.files().isEmpty()
                ? "There is nothing to load."
                : report.files().stream().map(ImportReportText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(FileReport report) {
        ImportReportText text = new ImportReportText();
        text.text.say(Printable.text(report.file()) + ": " + heading(report));
        FileStatistics figures = report.figures();
        if (figures != null) {
            text.addFigures(figures);
            text.addStores(report);
            text.addTimes(report, figures);
        }
        return text.text.text();
    }

    private static String heading(FileReport report) {
        return switch (report.outcome()) {
            case LOADED -> "loaded, as load " + report.load();
            case NOTHING_TO_DO -> "nothing to do, it is loaded, as load " + report.load();
            case TOO_MANY_REJECTED, UNREADABLE, BUSY, NOT_FINISHED -> Printable.text(String.valueOf(report.message()));
        };
    }

    private void addFigures(FileStatistics figures) {
        text.add(
                "rows",
                String.format(
                        Locale.ROOT,
                        "%,d, of which %,d accepted, %,d rejected",
                        figures.rows(),
                        figures.accepted(),
                        figures.rejectedRows()));
        new TreeMap<>(figures.rejected())
                .forEach((reason, rows) -> text.add("", count(rows) + " rejected: " + Printable.text(reason)));
        text.add(
                "lines",
                figures.figures().entrySet().stream()
                        .map(ImportReportText::figure)
                        .collect(Collectors.joining(", ")));
        if (figures.duplicates() > 0) {
            text.add(
                    "",
                    count(figures.duplicates())
                            + " lines have the same content as another of the file; all of them count");
        }
        figures.notes().forEach(note -> text.add("note", note));
    }

    /** A sum is to the cent, so it has decimals where a number of things has none. */
    private static String figure(Map.Entry<String, BigDecimal> figure) {
        BigDecimal value = figure.getValue();
        return value.scale() > 0
                ? figure.getKey() + " " + value.toPlainString()
                : count(value.longValueExact()) + " " + figure.getKey();
    }

    private void addStores(FileReport report) {
        text.add(
                "done",
                report.done().stream()
                        .sorted()
                        .map(target -> target.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        if (report.sameAs() != null) {
            text.add("", "the same lines came before, as load " + report.sameAs() + "; the lake keeps them once");
        }
        Loaded warehouse = report.warehouse();
        if (warehouse != null) {
            text.add(
                    "warehouse",
                    count(warehouse.merged()) + " new, " + count(warehouse.alreadyThere()) + " already there");
        }
        if (warehouse != null && warehouse.conflicting() != null && warehouse.conflicting() > 0) {
            text.add(
                    "", count(warehouse.conflicting()) + " differ from a line of the same identity; those that do not");
            text.add("", "count lie under rejected/warehouse-load/");
        }
        if (warehouse != null && warehouse.earlier() > 0) {
            text.add("", count(warehouse.earlier()) + " loaded by an earlier attempt that was interrupted");
        }
        if (report.refused() > 0) {
            text.add("look-ups", count(report.refused()) + " lines refused; they lie under rejected/import/");
        }
    }

    private void addTimes(FileReport report, FileStatistics figures) {
        report.seconds().entrySet().stream()
                .sorted(Comparator.comparingInt(step -> TargetSteps.STEPS.indexOf(step.getKey())))
                .forEach(step -> addTime(step, figures));
        text.add(
                "",
                String.format(
                        Locale.ROOT,
                        "%-9s %.1f s, %,.0f rows/s, this run",
                        "together",
                        report.totalSeconds(),
                        report.rowsPerSecond()));
    }

    private void addTime(Map.Entry<String, Double> step, FileStatistics figures) {
        double seconds = step.getValue();
        String took = seconds < SHORTEST_TOLD
                ? "under " + SHORTEST_TOLD + " s"
                : String.format(Locale.ROOT, "%.1f s, %,.0f rows/s", seconds, figures.rows() / seconds);
        text.add("time", String.format(Locale.ROOT, "%-9s %s", step.getKey(), took));
    }
}
