package io.tillstream.ingest.accept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.rules.Ruling;
import io.tillstream.model.FeedLine;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.RowSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

final class RequestReaderTests {

    private static final Feed FEED = new TransactionFeed();
    private static final int MAX_ROWS = 50;
    private static final int MAX_BYTES = 16 << 10;
    private static final int MAX_IN_FLIGHT = 30_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InFlightBytes inFlight = new InFlightBytes(MAX_IN_FLIGHT);
    private final RowMeters rowMeters = new RowMeters(FEED.name(), registry);
    private Instant time = Instant.EPOCH;
    private final RequestReader intake = intake(DataSize.ofBytes(0));

    private RequestReader intake(DataSize minBodyRate) {
        RequestLimits limits = new RequestLimits(1, 1, 1, Duration.ofSeconds(60), minBodyRate);
        return new RequestReader(
                new FeedRows(FEED, FEED.validator(RowSettings.USUAL), RequestReaderTests::rule),
                new BodyReader(FEED.fields(), new BodyReader.Bounds(MAX_BYTES, limits), rowMeters, () -> time),
                () -> new Batch(inFlight.open(), MAX_ROWS),
                rowMeters,
                () -> time);
    }

    @Test
    void holdsMoreThanTheBytesOfItsLinesUntilClosed() throws Exception {
        try (Batch batch = read(rows(3))) {
            long bytes = batch.lines().stream()
                    .mapToLong(line -> line.bytes().length)
                    .sum();
            assertThat(inFlight.held()).isBetween(bytes + 1, 4 * bytes);
            long withLines = inFlight.held();
            batch.releaseLines();
            assertThat(inFlight.held()).isBetween(1L, withLines - bytes);
            assertThat(batch.accepted()).hasSize(3);
        }
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void showsEveryReasonToRefuseBeforeTheFirst() {
        assertThat(registry.find("tillstream.ingest.refused").counters())
                .hasSameSizeAs(RequestRefused.Reason.values())
                .allMatch(requests -> requests.count() == 0);
    }

    @Test
    void refusesARequestBeyondTheBytesInFlight() throws Exception {
        try (Batch first = read(rows(30))) {
            assertThat(first.size()).isEqualTo(30);
            assertRefused(rows(30), RequestRefused.Reason.SATURATED);
        }
        read(rows(30)).close();
        assertThat(inFlight.held()).isZero();
        assertThat(count("tillstream.ingest.refused", "reason", "saturated")).isEqualTo(1);
    }

    @Test
    void refusesARequestThatCouldNeverBeHeld() {
        String faulty = "{" + "\"x\":1,".repeat(30) + "\"y\":1}";
        assertRefused(
                "[" + String.join(",", Collections.nCopies(MAX_ROWS, faulty)) + "]",
                RequestRefused.Reason.TOO_MANY_BYTES);
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void refusesTooManyRowsOrBytesAndHoldsNothing() {
        assertRefused("[" + "7,".repeat(60) + "7]", RequestRefused.Reason.TOO_MANY_ROWS);
        assertRefused("[" + " ".repeat(MAX_BYTES + 1), RequestRefused.Reason.TOO_MANY_BYTES);
        assertThat(inFlight.held()).isZero();
    }

    @ParameterizedTest
    @EnumSource(BodyForm.class)
    void unpacksNoMoreOfAGigabyteThanItMay(BodyForm form) {
        byte[] bomb = Bodies.bomb(1_024);
        CountingStream sent = new CountingStream(bomb);
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> intake.read(sent, request(form, true, Optional.empty())))
                .satisfies(e -> assertThat(e).isInstanceOfAny(RequestRefused.class, MalformedRows.class));
        assertThat(sent.taken).isLessThanOrEqualTo(BodyStart.BYTES + 8_192);
        assertThat(count("tillstream.ingest.body", "stage", "unpacked")).isLessThanOrEqualTo(2 * MAX_BYTES);
    }

    @Test
    void refusesABodyThatTakesTooLong() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> intake.read(
                        new Dribble(() -> time = time.plusSeconds(1)), request(BodyForm.JSON, false, Optional.empty())))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(RequestRefused.Reason.TOO_SLOW));
        assertThat(time).isEqualTo(Instant.EPOCH.plusSeconds(61));
    }

    @Test
    void refusesABodyThatArrivesBelowTheLeastRate() {
        RequestReader demanding = intake(DataSize.ofBytes(2));
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> demanding.read(
                        new Dribble(() -> time = time.plusSeconds(1)), request(BodyForm.JSON, false, Optional.empty())))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(RequestRefused.Reason.TOO_SLOW));
        assertThat(time).isEqualTo(Instant.EPOCH.plusSeconds(10));
    }

    @Test
    void takesABodyThatPausesAndMakesUpForIt() throws Exception {
        byte[] row = Bodies.ROW.getBytes(UTF_8);
        InputStream pausing = new ByteArrayInputStream(row) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                time = time.plusSeconds(9);
                return super.read(buffer, offset, Math.min(length, 100));
            }
        };
        intake(DataSize.ofBytes(5))
                .read(pausing, request(BodyForm.JSON, false, Optional.empty()))
                .close();
    }

    @Test
    void keepsNobodyOutWhileASmallBodyArrives() throws Exception {
        InputStream slow = new ByteArrayInputStream(Bodies.ROW.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                assertThatNoException()
                        .isThrownBy(
                                () -> RequestReaderTests.this.read(Bodies.ROW).close());
                return super.read(buffer, offset, length);
            }
        };
        intake.read(slow, request(BodyForm.JSON, false, Optional.empty())).close();
    }

    @Test
    void rejectsTheSecondOfTwoLinesThatClaimOneIdentity() throws Exception {
        String named = Bodies.ROW.replace("{", "{\"LineId\":\"1\",");
        String other = named.replace(":6,", ":7,");
        String elsewhere = other.replace("{", "{\"StoreId\":\"bath\",");
        try (Batch batch = read("[" + String.join(",", named, other, named, elsewhere, Bodies.ROW, Bodies.ROW) + "]")) {
            assertThat(batch.accepted()).extracting(Batch.AcceptedRow::place).containsExactly(0, 2, 3, 4, 5);
            assertThat(batch.rejected()).hasSize(1);
            assertThat(batch.rejected().getFirst().errors().getFirst())
                    .extracting(error -> error.field() + " " + error.code())
                    .isEqualTo("LineId repeated_line_id");
        }
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void knowsTheSameRowsHoweverTheyAreWritten() throws Exception {
        String respelt =
                Bodies.ROW.replace("12/1/2010 8:26", "2010-12-01T08:26").replace(":6,", ": \"6.0\",");
        Digest128.Hash rows = digest(BodyForm.JSON, "[" + Bodies.ROW + "," + Bodies.BAD_ROW + "]");
        assertThat(digest(BodyForm.NDJSON, respelt + "\n" + Bodies.BAD_ROW)).isEqualTo(rows);
        assertThat(digest(BodyForm.JSON, "[" + Bodies.BAD_ROW + "," + Bodies.ROW + "]"))
                .isNotEqualTo(rows);
        assertThat(digest(BodyForm.JSON, "[" + Bodies.ROW + "]")).isNotEqualTo(rows);
        assertThat(digest(BodyForm.JSON, "[" + Bodies.ROW.replace(":6,", ":7,") + "," + Bodies.BAD_ROW + "]"))
                .isNotEqualTo(rows);
    }

    private Digest128.Hash digest(BodyForm form, String body) throws IOException, MalformedRows {
        Request keyed = new Request(
                new BodyFormat(form, UTF_8, false),
                -1,
                LineIdentity.fromIdempotencyKey("caller", "key"),
                true,
                new Sender("caller", "address", Optional.empty()));
        try (Batch batch = intake.read(stream(body), keyed)) {
            return batch.digest().value();
        }
    }

    @Test
    void holdsNothingOfAMalformedBody() {
        assertThatExceptionOfType(MalformedRows.class).isThrownBy(() -> read("[" + Bodies.ROW + "," + Bodies.ROW));
        assertThat(inFlight.held()).isZero();
        assertThat(count("tillstream.ingest.rows", "outcome", "accepted")).isZero();
    }

    @ParameterizedTest
    @EnumSource(BodyForm.class)
    void refusesAnEmptyBodyOfEveryForm(BodyForm form) {
        for (boolean gzip : new boolean[] {true, false}) {
            byte[] body = gzip ? Bodies.gzip("") : new byte[0];
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(
                            () -> intake.read(new ByteArrayInputStream(body), request(form, gzip, Optional.empty())))
                    .satisfies(e -> assertThat(e).isInstanceOfAny(MalformedRows.class, UnreadableBody.class));
        }
    }

    @Test
    void countsRowsAndFaultsAndBytes() throws Exception {
        String body = "[" + Bodies.ROW + ",{},8]";
        read(body).close();
        assertThat(count("tillstream.ingest.rows", "outcome", "accepted")).isEqualTo(1);
        assertThat(count("tillstream.ingest.rows", "outcome", "rejected")).isEqualTo(2);
        assertThat(count("tillstream.ingest.faults", "code", "missing")).isEqualTo(6);
        assertThat(count("tillstream.ingest.body", "stage", "sent")).isEqualTo(body.length());
    }

    @Test
    void keepsTheFirstTenFaultsOfARow() throws Exception {
        try (Batch batch = read("{" + "\"x\":1,".repeat(30) + "\"y\":1}")) {
            assertThat(batch.rejected().getFirst().errors()).hasSize(10);
        }
    }

    @Test
    void keepsDropsAndRejectsRowsAsTheRulesWant() throws Exception {
        String body = "[" + Bodies.ROW + "," + ofCountry("Nowhere") + "," + ofCountry("Everywhere") + ",7]";
        try (Batch batch = read(body)) {
            assertThat(batch.size()).isEqualTo(4);
            assertThat(batch.accepted()).extracting(Batch.AcceptedRow::place).containsExactly(0);
            assertThat(batch.dropped()).containsExactly(new Batch.DroppedRow(1, "no-country"));
            assertThat(batch.rejected()).extracting(Batch.RejectedRow::place).containsExactly(2, 3);
            assertThat(batch.rejected().getFirst().errors().getFirst().code()).isEqualTo("rule_failed");
            assertThat(batch.rejected().getFirst().errors().getFirst().message())
                    .contains("broken", "too wide");
        }
        assertThat(inFlight.held()).isZero();
        assertThat(count("tillstream.ingest.rows", "outcome", "dropped")).isEqualTo(1);
        assertThat(count("tillstream.ingest.faults", "code", "rule_failed")).isEqualTo(1);
    }

    @Test
    void takesDroppedRowsForNoFault() throws Exception {
        try (Batch batch = read("[" + ofCountry("Nowhere") + ",7]")) {
            assertThat(batch.isAllBad()).isFalse();
        }
        try (Batch batch = read("[" + ofCountry("Everywhere") + ",7]")) {
            assertThat(batch.isAllBad()).isTrue();
        }
    }

    @Test
    void bindsRowsToTheStoreOfTheirSender() throws Exception {
        String own = Bodies.ROW.replace("{", "{\"StoreId\":\"bath\",");
        String other = Bodies.ROW.replace("{", "{\"storeId\":\"york\",");
        try (Batch batch = read("[" + Bodies.ROW + "," + own + "," + other + "]", Optional.of(new StoreId("bath")))) {
            assertThat(batch.lines())
                    .extracting(line -> decoded(line.bytes()).storeId())
                    .containsOnly(Optional.of(new StoreId("bath")))
                    .hasSize(2);
            assertThat(batch.rejected().getFirst().errors().getFirst())
                    .extracting(error -> error.field() + " " + error.code())
                    .isEqualTo("StoreId not_your_store");
        }
    }

    @Test
    void identifiesRowsByTheStoreTheyAreBoundTo() throws Exception {
        LineIdentity byContent = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        BodyFormat json = new BodyFormat(BodyForm.JSON, UTF_8, false);
        Request bound = new Request(
                json, -1, byContent, false, new Sender("caller", "address", Optional.of(new StoreId("bath"))));
        String own = Bodies.ROW.replace("{", "{\"StoreId\":\"bath\",");
        try (Batch batch = intake.read(stream("[" + Bodies.ROW + "," + own + "]"), bound)) {
            assertThat(batch.accepted().get(0).lineId().value()).endsWith("-1");
            assertThat(batch.accepted().get(1).lineId().value())
                    .isEqualTo(batch.accepted().get(0).lineId().value().replaceFirst("-1$", "-2"));
        }
    }

    private static Ruling rule(FeedLine line) {
        return switch (((TransactionLine) line).country()) {
            case "Nowhere" -> new Ruling.Drop("no-country");
            case "Everywhere" -> new Ruling.Fail("broken", "too wide");
            default -> new Ruling.Keep(line);
        };
    }

    private static String ofCountry(String country) {
        return Bodies.ROW.replace("United Kingdom", country);
    }

    private static TransactionLine decoded(byte[] bytes) {
        return (TransactionLine) ((Decoded.Line) new LineCodec().decode(bytes)).line();
    }

    private void assertRefused(String body, RequestRefused.Reason reason) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> read(body))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    private static String rows(int count) {
        return "[" + String.join(",", Collections.nCopies(count, Bodies.ROW)) + "]";
    }

    private Batch read(String body) throws IOException, MalformedRows {
        return read(body, Optional.empty());
    }

    private Batch read(String body, Optional<StoreId> store) throws IOException, MalformedRows {
        return intake.read(stream(body), request(BodyForm.JSON, false, store));
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }

    private static Request request(BodyForm form, boolean gzip, Optional<StoreId> store) {
        return new Request(
                new BodyFormat(form, UTF_8, gzip),
                -1,
                LineIdentity.unique(),
                false,
                new Sender("caller", "address", store));
    }

    private static final class CountingStream extends ByteArrayInputStream {

        private long taken;

        CountingStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            int read = super.read(buffer, offset, length);
            taken += Math.max(read, 0);
            return read;
        }
    }

    /** Hands over one blank at a time, forever. */
    private static final class Dribble extends InputStream {

        private final Runnable onRead;

        Dribble(Runnable onRead) {
            this.onRead = onRead;
        }

        @Override
        public int read() {
            onRead.run();
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = (byte) read();
            return 1;
        }
    }
}
