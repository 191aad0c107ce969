package io.tillstream.loader.importing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.warehouse.load.LineForm;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.LoadReport;
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

/** Each object holds the one line that is named after it. */
class LoadAheadIT {

    private static final LoadObject A = object("a");
    private static final LoadObject B = object("b");

    private static LocalCloud cloud;

    private final AtomicInteger opened = new AtomicInteger();

    private Stores stores;
    private WarehouseLoad warehouse;

    @BeforeAll
    static void startCloud() {
        cloud = Stores.startCloud();
    }

    @AfterAll
    static void stopCloud() {
        cloud.close();
    }

    @BeforeEach
    void empty() {
        stores = Stores.on(cloud);
        DataSource database = requireNonNull(stores.warehouse.getDataSource());
        Migrations.apply(database, Dialect.POSTGRESQL);
        warehouse = WarehouseLoad.intoPostgres(database, this::open, (object, lines) -> {
            throw new AssertionError(lines);
        });
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private InputStream open(LoadObject object) {
        opened.incrementAndGet();
        return new ByteArrayInputStream(new LineCodec().encode(SampleLines.line("536365", "85123A", object.key())));
    }

    @Test
    void loadsWhatItIsGivenAndTellsOfItOnce() {
        try (LoadAhead ahead = new LoadAhead(warehouse::open)) {
            ahead.take(A);
            ahead.take(B);
            assertThat(ahead.finish(List.of(A, B))).map(LoadReport::merged).contains(2L);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
        }
        assertThat(lines()).isEqualTo(2);
    }

    @Test
    void leavesNothingWhenTheManifestIsAnother() {
        try (LoadAhead ahead = new LoadAhead(warehouse::open)) {
            ahead.take(A);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
        }
        assertThat(lines()).isZero();
        assertThat(warehouse.load(List.of(A, B)).merged()).isEqualTo(2);
    }

    @Test
    void leavesNothingWhenItIsClosedBeforeItsEnd() {
        try (LoadAhead ahead = new LoadAhead(warehouse::open)) {
            ahead.take(A);
        }
        assertThat(lines()).isZero();
    }

    @Test
    void givesUpWhenTheWarehouseFails() {
        AtomicInteger tries = new AtomicInteger();
        try (LoadAhead ahead = new LoadAhead(() -> {
            tries.incrementAndGet();
            throw new IllegalStateException("out");
        })) {
            ahead.take(A);
            ahead.take(B);
            assertThat(ahead.finish(List.of(A, B))).isEmpty();
        }
        assertThat(tries).hasValue(1);
        assertThat(lines()).isZero();
    }

    @Test
    void readsNothingWhenThereIsNothingToLoadAhead() {
        try (LoadAhead none = LoadAhead.none()) {
            none.take(A);
            assertThat(none.finish(List.of(A))).isEmpty();
        }
        assertThat(opened).hasValue(0);
    }

    private long lines() {
        return requireNonNull(stores.warehouse.queryForObject("SELECT count(*) FROM sales_line", Long.class));
    }

    private static LoadObject object(String line) {
        return new LoadObject("lake", line, "etag", 1, LineForm.LAKE);
    }
}
