package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.CSV_HEADER;
import static io.tillstream.ingest.Bodies.CSV_ROW;
import static io.tillstream.ingest.Bodies.ROW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Bodies of arbitrary and of nearly right bytes, in every form. {@code -Dfuzz.rounds=1000} makes for a long run.
 */
final class BodyFuzzIT {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1);
    private static final int TRIES = 250;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IngestServer server = IngestServer.shared();

    /** A body whose characters stand for bytes. */
    record Sent(String contentType, String body) {

        byte[] bytes() {
            return body.getBytes(ISO_8859_1);
        }
    }

    @BeforeTry
    void streamTakesAll() {
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
    }

    @Property(tries = TRIES)
    void answersArbitraryBytes(
            @ForAll("contentTypes") String contentType, @ForAll boolean gzip, @ForAll @Size(max = 300) byte[] body)
            throws Exception {
        assertAnswered(contentType, gzip ? Bodies.gzip(body) : body, gzip);
        assertAnswered(contentType, body, true);
    }

    @Property(tries = TRIES)
    void answersBodiesWithDamage(@ForAll("whole") Sent sent, @ForAll int seed, @ForAll boolean gzip) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] body = damage(sent.bytes(), random);
            assertAnswered(sent.contentType(), gzip ? Bodies.gzip(body) : body, gzip);
        }
    }

    @Property(tries = TRIES)
    void answersDamagedCompression(@ForAll("whole") Sent sent, @ForAll int seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            assertAnswered(sent.contentType(), damage(Bodies.gzip(sent.bytes()), random), true);
        }
    }

    private void assertAnswered(String contentType, byte[] body, boolean gzip) throws Exception {
        HttpResponse<String> response =
                server.send(server.rows(contentType, body).header("Content-Encoding", gzip ? "gzip" : "identity"));
        int published = FakeStream.PUBLISHER.lines().size();
        JsonNode answer = JSON.readTree(response.body());
        switch (response.statusCode()) {
            case 202 -> {
                assertThat(answer.path("accepted").asInt()).isEqualTo(published);
                assertThat(answer.path("lines").size()).isEqualTo(published);
                assertThat(rowsAtFault(answer))
                        .isEqualTo(answer.path("rejected").asLong());
            }
            case 400 -> RefusalTests.assertProblem(response, 400, suffix(answer));
            case 422 -> {
                RefusalTests.assertProblem(response, 422, "no-valid-row");
                assertThat(rowsAtFault(answer))
                        .isPositive()
                        .isEqualTo(answer.path("rejected").asLong());
            }
            default -> throw new AssertionError(response.statusCode() + " " + response.body());
        }
        if (response.statusCode() != 202) {
            assertThat(published).isZero();
        }
    }

    private static long rowsAtFault(JsonNode answer) {
        return answer.path("errors").findValues("row").stream()
                .map(JsonNode::asInt)
                .distinct()
                .count();
    }

    private static String suffix(JsonNode problem) {
        String type = problem.path("type").asString();
        assertThat(type).isIn("urn:tillstream:problem:malformed-body", "urn:tillstream:problem:unreadable-body");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    @Provide
    Arbitrary<String> contentTypes() {
        return Arbitraries.of("application/json", "application/x-ndjson", "text/csv", "text/csv;charset=windows-1252");
    }

    @Provide
    Arbitrary<Sent> whole() {
        return Arbitraries.of(
                new Sent("application/json", ROW),
                new Sent("application/json", "[" + ROW + "," + ROW + "]"),
                new Sent("application/x-ndjson", ROW + "\n" + ROW + "\n" + ROW),
                new Sent("text/csv", CSV_HEADER + "\r\n" + CSV_ROW + "\r\n" + CSV_ROW));
    }

    /** Overwrites, cuts out, doubles and inserts a few pieces. */
    private static byte[] damage(byte[] whole, Random random) {
        byte[] body = whole.clone();
        for (int i = random.nextInt(4); i >= 0 && body.length > 1; i--) {
            int from = random.nextInt(body.length);
            int to = Math.min(body.length, from + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> body[from] = (byte) random.nextInt();
                case 1 -> body[from] = (byte) "{}[],:\"\\\n\r0e-".charAt(random.nextInt(13));
                case 2 -> body = spliced(body, from, to, new byte[0]);
                default -> body = spliced(body, to, to, Arrays.copyOfRange(body, from, to));
            }
        }
        return body;
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] piece) {
        byte[] result = Arrays.copyOf(body, from + piece.length + body.length - to);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(body, to, result, from + piece.length, body.length - to);
        return result;
    }
}
