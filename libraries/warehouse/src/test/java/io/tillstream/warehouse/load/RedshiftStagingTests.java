package io.tillstream.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tillstream.model.Events;
import io.tillstream.model.SampleLines;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.EventHashing;
import io.tillstream.model.identity.TransactionHashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedshiftStagingTests {

    private final InMemoryObjects objects = new InMemoryObjects();
    private final List<RejectedLine> rejected = new ArrayList<>();
    private final InMemoryArea area = new InMemoryArea();
    private final Connection redshift = mock(Connection.class);
    private final Statement statement = mock(Statement.class);
    private final RedshiftStaging staging = stagingOf(InMemoryObjects.TRANSACTIONS);

    @BeforeEach
    void connect() throws SQLException {
        when(redshift.createStatement()).thenReturn(statement);
    }

    @Test
    void copiesTheGoodLinesOfWholeObjectsWithTheirPlaces() throws Exception {
        LoadObject cutOff = objects.cutOff(objects.lake("cut.gz", SampleLines.line("1", "A", "x")));
        LoadObject mixed = objects.text(
                "mixed.gz",
                TransactionColumns.WIRE,
                "nonsense\n"
                        + InMemoryObjects.text(
                                TransactionColumns.WIRE, List.of(SampleLines.line("536365", "85123A", "a"))));
        List<Staged> staged = staging.fill(redshift, List.of(cutOff, mixed));
        assertThat(staged.get(0)).isInstanceOf(Staged.Broken.class);
        assertThat(staged.get(1)).isEqualTo(new Staged.Whole(2, 1));
        assertThat(rejected).hasSize(1);
        assertThat(area.put.values())
                .contains("""
                    {"object_no":1,"row_no":2,"version":"%s","invoice_no":"536365","stock_code":"85123A","line_id":"a",\
                    "description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":6,\
                    "invoice_date":"2010-12-01 08:26:00","unit_price":2.55,"line_total":15.30,"customer_id":"17850",\
                    "country":"United Kingdom","kind":"SALE","received_at":"2026-03-01 12:00:00.000+00"}
                    """.formatted(TransactionHashing.versionOf(SampleLines.line("536365", "85123A", "a"))));
        assertThat(area.put.keySet())
                .map(name -> name.substring(name.indexOf('/') + 1))
                .containsExactly("jsonpaths.json", "manifest.json", "part-1.jsonl.gz");
        verify(statement).execute(startsWith("COPY staging"));
    }

    @Test
    void copiesEventsWithTheirTimesAsSqlHasThem() throws Exception {
        FeedTable events = FeedTable.of(new ShopEventFeed());
        ShopEvent event = Events.event(Events.lipstick(), "e-1");
        stagingOf(events).fill(redshift, List.of(objects.lines("a.gz", events.wireForm(), List.of(event))));
        assertThat(area.put.values())
                .contains("""
                    {"object_no":0,"row_no":1,"version":"1 2026-01-31T23:59:59.007Z %s","event_id":"e-1",\
                    "event_time":"2019-10-01 00:00:00.000+00","event_type":"cart","product_id":"5773203",\
                    "category_id":"1487580005134238553","category_code":"cosmetics.lips.lipstick","brand":"runail",\
                    "price":2.62,"user_id":"463240011","session_id":"26dd6e6e-4dac-4778-8d2c-92e149dab885",\
                    "received_at":"2026-01-31 23:59:59.007+00"}
                    """.formatted(EventHashing.INSTANCE.of(event.content(), new Digest128())));
    }

    @Test
    void asksForAttributesAsText() {
        assertThat(staging.attributesOf("sales_line")).isEqualTo("JSON_SERIALIZE(sales_line.attributes)");
    }

    @Test
    void sweepsTheStagingAreaEvenWhenCopyFails() throws SQLException {
        doThrow(SQLException.class).when(statement).execute(anyString());
        LoadObject object = objects.lake("one.gz", SampleLines.line("536365", "85123A", "a"));
        Assertions.assertThatThrownBy(() -> staging.fill(redshift, List.of(object)))
                .isInstanceOf(SQLException.class);
        assertThat(area.swept).hasSize(1);
        assertThat(area.put.keySet()).allMatch(name -> name.startsWith(area.swept.getFirst()));
    }

    private RedshiftStaging stagingOf(FeedTable feed) {
        ObjectReader reader = new ObjectReader(objects, (object, lines) -> rejected.addAll(lines));
        return new RedshiftStaging(feed, reader, area, new RedshiftAccess("default", "eu-west-1"));
    }

    private static final class InMemoryArea implements StagingArea {
        private final Map<String, String> put = new TreeMap<>();
        private final List<String> swept = new ArrayList<>();

        @Override
        public String put(String name, InputStream bytes, long size) {
            try {
                byte[] content = bytes.readAllBytes();
                assertThat(size).isEqualTo(content.length);
                put.put(name, name.endsWith(".gz") ? unpacked(content) : new String(content, StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return "s3://staging/" + name;
        }

        private static String unpacked(byte[] content) throws IOException {
            try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
                return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Override
        public void sweep(String prefix) {
            swept.add(prefix);
        }
    }
}
