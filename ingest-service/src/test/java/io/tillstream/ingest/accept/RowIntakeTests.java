package io.tillstream.ingest.accept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.IngestProperties;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.identity.LineIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

final class RowIntakeTests {

    private static final String ROW = """
            {"InvoiceNo":"536365","StockCode":"85123A","Quantity":6,"InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,
             "Country":"United Kingdom"}""";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InFlightBytes inFlight = new InFlightBytes(10_000);
    private final RowIntake intake = new RowIntake(
            new IngestProperties(50, DataSize.ofKilobytes(16), DataSize.ofMegabytes(1)),
            inFlight,
            new RowMeters(meters),
            Clock.systemUTC());

    @Test
    void holdsTheBytesOfItsLinesUntilClosed() throws Exception {
        try (Batch batch = read(rows(3))) {
            assertThat(inFlight.held())
                    .isEqualTo(batch.lines().stream()
                            .mapToLong(line -> line.bytes().length)
                            .sum());
        }
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void refusesARequestBeyondTheBytesInFlight() throws Exception {
        try (Batch first = read(rows(20))) {
            assertThat(first.size()).isEqualTo(20);
            assertRefused(rows(20), RequestRefused.Reason.SATURATED);
        }
        read(rows(20)).close();
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void refusesTooManyRowsOrBytesAndHoldsNothing() {
        assertRefused("[" + "7,".repeat(60) + "7]", RequestRefused.Reason.TOO_MANY_ROWS);
        assertRefused("[" + " ".repeat(20_000), RequestRefused.Reason.TOO_MANY_BYTES);
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void holdsNothingOfAMalformedBody() {
        assertThatExceptionOfType(MalformedRows.class).isThrownBy(() -> read("[" + ROW + "," + ROW));
        assertThat(inFlight.held()).isZero();
        assertThat(meters.get("tillstream.ingest.rows")
                        .tag("outcome", "accepted")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void countsRowsAndFaults() throws Exception {
        read("[" + ROW + ",{},8]").close();
        assertThat(meters.get("tillstream.ingest.rows")
                        .tag("outcome", "accepted")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("tillstream.ingest.rows")
                        .tag("outcome", "rejected")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("tillstream.ingest.faults")
                        .tag("code", "missing")
                        .counter()
                        .count())
                .isEqualTo(6);
    }

    private void assertRefused(String body, RequestRefused.Reason reason) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> read(body))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static String rows(int count) {
        return "[" + String.join(",", Collections.nCopies(count, ROW)) + "]";
    }

    private Batch read(String body) throws IOException, MalformedRows {
        return intake.read(new ByteArrayInputStream(body.getBytes(UTF_8)), -1, LineIdentity.unique());
    }
}
