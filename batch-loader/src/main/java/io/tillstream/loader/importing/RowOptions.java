package io.tillstream.loader.importing;

import io.tillstream.loader.parts.RejectLimit;
import io.tillstream.loader.parts.RowRules;
import io.tillstream.loader.parts.RowRules.Grouping;
import io.tillstream.model.StoreId;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.DateOrder;
import io.tillstream.rowfiles.ColumnNames;
import io.tillstream.rowfiles.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the rows of the files are to be read. What is not given here, the settings say. */
final class RowOptions {

    @Option(
            names = "--max-rejected",
            paramLabel = "N|N%%",
            description =
                    "How many rejected rows, or what share of them, a file may have before it is given up (default:"
                            + " 10%%).")
    private @Nullable String limit;

    @Option(
            names = "--dates",
            paramLabel = "month-first|day-first",
            description = "The order of day and month (default: month first, and a file whose dates say otherwise is"
                    + " refused).")
    private @Nullable String dates;

    @Option(
            names = "--map",
            paramLabel = "THEIRS=OURS",
            description = "Which field a foreign column holds; with nothing after =, the column is left out. May be"
                    + " repeated.")
    private List<String> map = List.of();

    @Option(names = "--map-file", paramLabel = "FILE", description = "The same from a file, one per line.")
    private @Nullable Path mapFile;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            description = "The shop of rows that name none, as with a key of that shop.")
    private @Nullable String store;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Distinguishes these rows from equal ones of other sources, so that both count.")
    private @Nullable String source;

    @Option(
            names = "--files",
            paramLabel = "together|separately",
            description =
                    "Whether several files are pieces of one, all of whose rows count, or each stands for itself and a"
                            + " line that several hold counts once (default: together, and refused when they overlap).")
    private @Nullable String files;

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "What the rows are, such as transactions (default: what the names of their columns say).")
    private @Nullable String feed;

    @Option(
            names = "--join",
            paramLabel = "FILE",
            description = "A CSV file with more columns of the rows, joined on the way in by the column of --on; it is"
                    + " held in memory, up to 64 MB.")
    private @Nullable Path join;

    @Option(
            names = "--on",
            paramLabel = "COLUMN",
            description = "The column that the files and that of --join have in common, such as product_id.")
    private @Nullable String on;

    /**
     * The feeds that the files may be of.
     *
     * @param all those that there are
     * @throws IllegalArgumentException when the option names none of them
     */
    Feeds feeds(Feeds all) {
        return feed == null ? all : all.chosen(List.of(new FeedName(feed)));
    }

    /** @throws IllegalArgumentException when an option is wrong */
    RowRules rules(RowProperties usual) {
        String shop = store == null ? usual.store() : store;
        return new RowRules(
                RejectLimit.parse(limit == null ? usual.maxRejected() : limit),
                dates == null ? usual.dates() : DateOrder.named(dates),
                shop == null ? null : storeOf(shop),
                source == null ? usual.source() : named("--source", source),
                grouping());
    }

    /** @throws IllegalArgumentException when an option is wrong */
    ColumnNames columns(RowProperties usual, Feeds feeds) {
        ColumnNames.isJoin(join, on);
        return map.isEmpty() && mapFile == null
                ? ColumnNames.of(usual.mapFile(), usual.map(), feeds)
                : ColumnNames.of(mapFile, map, feeds);
    }

    /**
     * The same columns, with those of the file that is joined.
     *
     * @throws IllegalArgumentException when it cannot be
     */
    ColumnNames joined(ColumnNames columns) {
        try {
            return columns.joinedWith(join, on);
        } catch (UnreadableFileException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private Grouping grouping() {
        return switch (files) {
            case null -> Grouping.AUTO;
            case "together" -> Grouping.TOGETHER;
            case "separately" -> Grouping.SEPARATELY;
            default -> throw new IllegalArgumentException("--files takes together or separately, not " + files);
        };
    }

    private static StoreId storeOf(String text) {
        return new StoreId(named("--store", text));
    }

    private static String named(String option, String text) {
        if (StoreId.RULE.faultIn(text).isPresent()) {
            throw new IllegalArgumentException(
                    option + " takes a name of 1 to 64 printable characters, not '" + text + "'");
        }
        return text;
    }
}
