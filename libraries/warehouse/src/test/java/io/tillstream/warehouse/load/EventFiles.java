package io.tillstream.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.warehouse.TestWarehouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Brings files of shop events into the warehouse, on the way that rows take: validated, identified, loaded. */
public final class EventFiles {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Feed feed = new ShopEventFeed();
    private final InMemoryObjects objects = new InMemoryObjects();
    private final WarehouseLoad load =
            WarehouseLoad.intoPostgres(FeedTable.of(feed), TestWarehouse.dataSource(), objects, (object, lines) -> {
                throw new AssertionError("No line of the file is set aside");
            });

    /** Loads a file, and tells how many of its lines were new. */
    public long load(String name, String csv) {
        String lines = lines(csv).stream()
                .map(line -> new String(feed.wireForm().encode(line), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
        return load.load(List.of(objects.text(name, feed.wireForm(), lines))).merged();
    }

    private List<FeedLine> lines(String csv) {
        RowValidator validator = feed.validator(RowSettings.USUAL);
        LineIdentity identity = LineIdentity.ofContent(feed.hashing());
        List<FeedLine> lines = new ArrayList<>();
        try {
            new CsvRows(',', feed.fields())
                    .read(
                            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                            StandardCharsets.UTF_8,
                            (row, number) -> {
                                RowResult result = validator.validate(row, number, identity, NOON);
                                assertThat(result).isInstanceOf(RowResult.Accepted.class);
                                lines.add(((RowResult.Accepted) result).line());
                            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (MalformedRows bad) {
            throw new AssertionError(bad);
        }
        return lines;
    }
}
