package io.tillstream.producer.replay;

import io.tillstream.feeds.FieldsFile;
import io.tillstream.model.LineId;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.DateOrder;
import io.tillstream.rowfiles.ColumnNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the rows of the file are to be read. */
final class ReadingOptions {

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            defaultValue = "transactions",
            description = "What the rows are, such as transactions or events (default: ${DEFAULT-VALUE}).")
    private String feed = "transactions";

    @Option(
            names = "--dates",
            paramLabel = "month-first|day-first",
            description = "The order of day and month (default: month first, and a file whose dates say otherwise is"
                    + " refused before anything is sent).")
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
            names = "--source",
            paramLabel = "NAME",
            description = "Distinguishes these rows from equal ones of other sources, so that both count.")
    private @Nullable String source;

    @Option(
            names = "--join",
            paramLabel = "FILE",
            description =
                    "A CSV file with more columns of the rows, joined on the way by the column of --on; it is held"
                            + " in memory, up to 64 MB.")
    private @Nullable Path join;

    @Option(
            names = "--on",
            paramLabel = "COLUMN",
            description = "The column that the file and that of --join have in common, such as product_id.")
    private @Nullable String on;

    @Option(
            names = "--fields",
            paramLabel = "FILE",
            defaultValue = "${env:TILLSTREAM_FIELDS_FILE}",
            description = "The file of own fields that the services have (default: TILLSTREAM_FIELDS_FILE).")
    private @Nullable Path fields;

    /**
     * How it is to be read, with the file that is joined already read.
     *
     * @throws IllegalArgumentException when an option is wrong
     * @throws IOException when the file that is joined cannot be read
     */
    FileReading reading() throws IOException {
        if (source != null && LineId.RULE.faultIn(source).isPresent()) {
            throw new IllegalArgumentException("--source takes a name of 1 to 64 printable characters");
        }
        Feed named = feeds().named(new FeedName(feed));
        return new FileReading(
                named,
                dates == null ? null : DateOrder.named(dates),
                ColumnNames.of(mapFile, map, new Feeds(List.of(named))).joinedWith(join, on),
                source);
    }

    private Feeds feeds() {
        Feeds installed = Feeds.installed();
        return fields == null ? installed : installed.with(FieldsFile.read(fields, installed));
    }
}
