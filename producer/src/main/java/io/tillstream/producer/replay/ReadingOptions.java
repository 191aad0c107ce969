package io.tillstream.producer.replay;

import io.tillstream.model.LineId;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.DateOrder;
import io.tillstream.rowfiles.ColumnNames;
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

    /** @throws IllegalArgumentException when an option is wrong */
    FileReading reading() {
        if (source != null && LineId.RULE.faultIn(source).isPresent()) {
            throw new IllegalArgumentException("--source takes a name of 1 to 64 printable characters");
        }
        Feed named = Feeds.installed().named(new FeedName(feed));
        return new FileReading(
                named,
                dates == null ? null : DateOrder.named(dates),
                ColumnNames.of(mapFile, map, new Feeds(List.of(named))),
                source);
    }
}
