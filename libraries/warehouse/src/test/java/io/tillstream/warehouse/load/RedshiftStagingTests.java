package io.tillstream.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.TransactionColumns;
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
    private final RedshiftStaging staging = new RedshiftStaging(
            InMemoryObjects.TRANSACTIONS,
            new ObjectReader(objects, (object, lines) -> rejected.addAll(lines)),
            area,
            new RedshiftAccess("default", "eu-west-1"));

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
                "nonsense\n" + objects.text(SampleLines.line("536365", "85123A", "a")));
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
