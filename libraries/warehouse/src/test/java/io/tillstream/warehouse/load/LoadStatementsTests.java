package io.tillstream.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.codec.LineTable;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.identity.Digest128;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a load says to a warehouse, to the letter: no test here runs on Redshift itself. */
class LoadStatementsTests {

    @ParameterizedTest
    @MethodSource("feeds")
    void saysThisToTheWarehouseOfAFeed(Feed feed) throws IOException {
        FeedTable loaded = FeedTable.of(feed);
        LineTable table = loaded.table();
        LoadStatements load = new LoadStatements(table);
        ObjectCopy copy = new ObjectCopy(new ObjectReader(new InMemoryObjects(), (object, lines) -> {}), table);
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put("take the turn", LoadStatements.takeTurn(loaded.turn()));
        statements.put("create staging on PostgreSQL", StagingTable.onPostgres(table));
        statements.put("create staging on Redshift", StagingTable.onRedshift(table));
        statements.put(
                "fill staging on PostgreSQL",
                copy.statement("staging", new OtherColumns.Place(0, feed.hashing(), new Digest128())));
        statements.put(
                "copy straight into the table", copy.statement(table.name(), new OtherColumns.LoadedAt(Instant.EPOCH)));
        statements.put("create incoming", load.createIncoming());
        statements.put("count what is known", load.countKnown());
        statements.put("keep the earlier time", load.keepEarlierTime());
        statements.put("find what differs", load.differing("ATTRIBUTES"));
        statements.put("create replaced", LoadStatements.CREATE_REPLACED);
        statements.put("add to replaced", LoadStatements.ADD_REPLACED);
        statements.put("delete what is replaced", load.deleteReplaced());
        statements.put("drop replaced", LoadStatements.DROP_REPLACED);
        statements.put("leave out what is known", load.leaveOutKnown());
        statements.put("count by object", LoadStatements.TAKEN_BY_OBJECT);
        statements.put("insert", load.insert());
        statements.put("count staging", LoadStatements.COUNT_STAGING);
        statements.put("count what is found", load.countFound());
        statements.put("find what does not count", load.notCounting("ATTRIBUTES"));
        statements.put("drop incoming", LoadStatements.DROP_INCOMING);
        statements.put("drop staging", LoadStatements.DROP_STAGING);
        LineTable.Voids keptIn = table.voids();
        if (keptIn != null) {
            addVoids(statements, new VoidStatements(table, keptIn.table()));
        }

        assertThat(statements.entrySet().stream()
                        .map(statement -> "-- " + statement.getKey() + "\n" + statement.getValue() + ";\n")
                        .collect(Collectors.joining("\n")))
                .isEqualTo(golden(feed.name() + ".sql"));
    }

    private static void addVoids(Map<String, String> statements, VoidStatements voids) {
        statements.put("ask whether a line is void", voids.isVoid());
        statements.put("add what is void", voids.add());
        statements.put("ask whether anything is void", voids.any());
        statements.put("delete what is void", voids.delete());
    }

    static List<Feed> feeds() {
        return List.of(new TransactionFeed(), new ShopEventFeed());
    }

    @Test
    void createsStagingForAnyColumns() {
        assertThat(StagingTable.onPostgres(StockMovements.TABLE))
                .isEqualTo("CREATE TEMP TABLE staging (object_no integer, row_no bigint, version text,"
                        + " movement_id text, store_id text, moved_at timestamptz, counted_on timestamp,"
                        + " quantity bigint, weight numeric, reason text, received_at timestamptz, attributes jsonb)");
        assertThat(StagingTable.onRedshift(StockMovements.TABLE))
                .isEqualTo("CREATE TEMP TABLE staging (object_no integer, row_no bigint, version varchar(64),"
                        + " movement_id varchar(64), store_id varchar(256), moved_at timestamptz, counted_on timestamp,"
                        + " quantity bigint, weight decimal(12, 3), reason varchar(400), received_at timestamptz,"
                        + " attributes super) DISTSTYLE KEY DISTKEY (movement_id)");
    }

    @Test
    void knowsALineOfAnyTableByItsKeyAndAVersionByWhatItSays() {
        LoadStatements load = new LoadStatements(StockMovements.TABLE);
        assertThat(load.leaveOutKnown())
                .isEqualTo("DELETE FROM incoming USING stock_movement"
                        + " WHERE stock_movement.movement_id = incoming.movement_id"
                        + " AND coalesce(stock_movement.store_id, '') = coalesce(incoming.store_id, '')");
        assertThat(load.countFound())
                .isEqualTo("SELECT count(*), coalesce(sum(CASE WHEN NOT ("
                        + "stock_movement.quantity = staging.quantity"
                        + " AND coalesce(stock_movement.reason, '') = coalesce(staging.reason, ''))"
                        + " THEN 1 ELSE 0 END), 0) FROM staging JOIN stock_movement"
                        + " ON stock_movement.movement_id = staging.movement_id"
                        + " AND coalesce(stock_movement.store_id, '') = coalesce(staging.store_id, '')");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(LoadStatementsTests.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
