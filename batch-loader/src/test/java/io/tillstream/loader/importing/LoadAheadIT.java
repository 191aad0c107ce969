package io.tillstream.loader.importing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.SpareClouds;
import io.tillstream.loader.parts.Part;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.warehouse.load.FeedTable;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.LoadReport;
import io.tillstream.warehouse.load.OpenLoad;
import io.tillstream.warehouse.load.WarehouseLoad;
import io.tillstream.warehouse.schema.Dialect;
import io.tillstream.warehouse.schema.Migrations;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each part holds the one line that is named after it. */
class LoadAheadIT {

    private static final FeedTable FEED = FeedTable.of(new TransactionFeed());

    private static final Part A = part(0, "a");
    private static final Part B = part(1, "b");

    private static LocalCloud cloud;

    private final AtomicInteger opened = new AtomicInteger();

    private Stores stores;
    private WarehouseLoad warehouse;

    @BeforeAll
    static void startCloud() {
        cloud = SpareClouds.borrow();
    }

    @AfterAll
    static void stopCloud() {
        SpareClouds.giveBack(cloud);
    }

    @BeforeEach
    void empty() {
        stores = Stores.on(cloud);
        DataSource database = requireNonNull(stores.warehouse.getDataSource());
        Migrations.apply(database, Dialect.POSTGRESQL);
        warehouse = WarehouseLoad.intoPostgres(FEED, database, this::open, (object, lines) -> {
            throw new AssertionError(lines);
        });
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private InputStream open(LoadObject object) {
        opened.incrementAndGet();
        return new ByteArrayInputStream(new LineCodec().encode(line(object.key())));
    }

    @Test
    void loadsLinesBeforeTheirPartsAreThereAndReadsThemNoMore() {
        try (LoadAhead ahead = ahead()) {
            give(ahead, A);
            give(ahead, B);
            assertThat(ahead.finish(List.of(A, B))).map(LoadReport::merged).contains(2L);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
        }
        assertThat(lines()).isEqualTo(2);
        assertThat(opened).hasValue(0);
    }

    @Test
    void readsPartsThatWereThereBefore() {
        try (LoadAhead ahead = ahead()) {
            ahead.take(A);
            give(ahead, B);
            assertThat(ahead.finish(List.of(A, B))).map(LoadReport::merged).contains(2L);
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void readsPartsWithLinesThatAreNotNew() {
        warehouse.load(List.of(objectOf(part(0, "b"))));
        try (LoadAhead ahead = ahead()) {
            give(ahead, A);
            give(ahead, B);
            assertThat(ahead.finish(List.of(A, B)).orElseThrow())
                    .returns(1L, LoadReport::merged)
                    .returns(1L, LoadReport::alreadyThere);
        }
        assertThat(lines()).isEqualTo(2);
    }

    @Test
    void readsPartsThatWereMadeWhileAnotherLoadHadTheTurn() {
        LoadAhead ahead;
        try (OpenLoad other = warehouse.open()) {
            assertThat(other.takesLines()).isTrue();
            ahead = ahead();
            give(ahead, A);
        }
        try (ahead) {
            assertThat(ahead.finish(List.of(A))).map(LoadReport::merged).contains(1L);
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void leavesNothingAndNoLoadWithoutItsTurnWhenTheManifestIsAnother() {
        try (LoadAhead ahead = ahead()) {
            give(ahead, A);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
            assertThat(lines()).isZero();
            assertThat(warehouse.load(List.of(objectOf(A), objectOf(B))).merged())
                    .isEqualTo(2);
        }
    }

    @Test
    void leavesNothingWhenAPartIsNotWhatItsLinesWere() {
        try (LoadAhead ahead = ahead()) {
            give(ahead, A);
            ahead.takeLines(1, List.of(line("b"), line("c")));
            ahead.take(B);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
        }
        assertThat(lines()).isZero();
    }

    @Test
    void leavesNothingWhenItIsClosedBeforeItsEnd() {
        try (LoadAhead ahead = ahead()) {
            give(ahead, A);
        }
        assertThat(lines()).isZero();
    }

    @Test
    void givesUpWhenTheWarehouseFails() {
        AtomicInteger tries = new AtomicInteger();
        try (LoadAhead ahead = new LoadAhead(
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("out");
                },
                LoadAheadIT::objectOf)) {
            give(ahead, A);
            give(ahead, B);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
        }
        assertThat(tries).hasValue(1);
        assertThat(lines()).isZero();
    }

    @Test
    void readsNothingWhenThereIsNothingToLoadAhead() {
        try (LoadAhead none = LoadAhead.none()) {
            give(none, A);
            assertThat(none.finish(List.of(A))).isEmpty();
        }
        assertThat(opened).hasValue(0);
    }

    private LoadAhead ahead() {
        return new LoadAhead(warehouse::open, LoadAheadIT::objectOf);
    }

    private static void give(LoadAhead ahead, Part part) {
        ahead.takeLines(part.number(), List.of(line(part.key())));
        ahead.take(part);
    }

    private long lines() {
        return requireNonNull(stores.warehouse.queryForObject("SELECT count(*) FROM sales_line", Long.class));
    }

    private static Part part(int number, String line) {
        return new Part(number, line, 1, number + 1, number + 1, 1, "etag");
    }

    private static TransactionLine line(String id) {
        return SampleLines.line("536365", "85123A", id);
    }

    private static LoadObject objectOf(Part part) {
        return new LoadObject("lake", part.key(), part.etag() + part.number(), 1, TransactionColumns.WIRE);
    }
}
