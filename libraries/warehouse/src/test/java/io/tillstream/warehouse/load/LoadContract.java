package io.tillstream.warehouse.load;

import static io.tillstream.warehouse.TestWarehouse.execute;
import static io.tillstream.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.FeedLine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a load into PostgreSQL does with the lines of any feed. Its table is empty before each test. */
interface LoadContract {

    Instant NOON = Instant.parse("2026-03-01T12:00:00.007Z");

    /** The same for the whole of a test. */
    TestLoads loads();

    /** A line of this id, received then; a line with another number says something else. */
    FeedLine line(String id, int number, Instant receivedAt);

    /** Lines whose columns are filled to their bounds, and lines with as few as possible. */
    List<FeedLine> extremes();

    @Test
    default void keepsEveryLineAsItWas() throws SQLException {
        loads().load(loads().wire("wire.gz", extremes()));
        assertThat(loads().stored()).containsExactlyInAnyOrderElementsOf(extremes());
        execute("TRUNCATE " + loads().feed().table().name());
        loads().load(loads().delivered("delivered.gz", extremes()));
        assertThat(loads().stored()).containsExactlyInAnyOrderElementsOf(extremes());
        assertThat(rows("SELECT count(*) FROM " + loads().feed().table().name()
                        + " WHERE abs(extract(epoch FROM now() - loaded_at)) < 60"))
                .containsExactly(Integer.toString(extremes().size()));
    }

    @Test
    default void countsALineOnceInWhateverOrderAndSpellingItComes() throws SQLException {
        List<FeedLine> lines = lines(0, 400);
        loads().load(loads().wire("first.gz", lines));

        List<FeedLine> others = new ArrayList<>(lines);
        others.addAll(lines(400, 500));
        Collections.reverse(others);
        LoadObject delivered = loads().delivered("second.gz", others);
        LoadObject spelled = loads().objects
                .text(
                        "third.gz",
                        loads().feed().wireForm(),
                        loads().text(others)
                                .lines()
                                .map(LoadContract::spelledOtherwise)
                                .collect(Collectors.joining()));
        assertThat(loads().load(delivered, spelled, delivered("fourth.gz", others, others))
                        .loaded())
                .containsExactly(
                        new ObjectReport(delivered, 500, 100, 400, 0, 0),
                        new ObjectReport(spelled, 500, 0, 500, 0, 0),
                        new ObjectReport(delivered("fourth.gz", others, others), 1_000, 0, 1_000, 0, 0));
        assertThat(loads().stored()).containsExactlyInAnyOrderElementsOf(others);
        assertThat(rows("SELECT object, rows, merged, already_there, conflicting, rejected FROM load_history"
                        + " ORDER BY object"))
                .containsExactly(
                        "s3://lake/first.gz|400|400|0|0|0",
                        "s3://lake/fourth.gz|1000|0|1000|0|0",
                        "s3://lake/second.gz|500|100|400|0|0",
                        "s3://lake/third.gz|500|0|500|0|0");
    }

    @Test
    default void skipsAnObjectOfTheLedgerUnlessItWasWrittenAnew() throws SQLException {
        LoadObject object = loads().wire("one.gz", lines(0, 10));
        loads().load(object);
        LoadReport again = loads().load(object);
        assertThat(again.skipped()).isEqualTo(1);
        assertThat(again.loaded()).isEmpty();
        assertThat(loads().load(loads().wire("one.gz", lines(0, 12))).merged()).isEqualTo(2);
        assertThat(loads().stored()).hasSize(12);
    }

    @Test
    default void letsTheSameVersionCountWhateverWasLoadedFirst() throws SQLException {
        FeedLine first = line("x", 1, NOON);
        FeedLine later = line("x", 2, NOON.plusSeconds(1));
        for (List<List<FeedLine>> order : List.of(
                List.of(List.of(first), List.of(later)),
                List.of(List.of(later), List.of(first)),
                List.of(List.of(later, first)))) {
            execute("TRUNCATE load_history, " + loads().feed().table().name());
            loads().aside.clear();
            long conflicting = 0;
            for (List<FeedLine> lines : order) {
                conflicting += loads().load(loads().wire(lines.hashCode() + ".gz", lines))
                        .conflicting();
            }
            assertThat(conflicting).isEqualTo(1);
            assertThat(loads().stored()).containsExactly(first);
            assertThat(loads().aside).extracting(loads()::decoded).containsExactly(later);
        }
    }

    @Test
    default void keepsTheEarlierTimeOfALineThatComesAgain() throws SQLException {
        loads().load(loads().wire("a.gz", List.of(line("x", 1, NOON.plusSeconds(9)))));
        loads().load(loads().wire("b.gz", List.of(line("x", 1, NOON))));
        assertThat(loads().stored()).containsExactly(line("x", 1, NOON));
        assertThat(loads().aside).isEmpty();
    }

    @Test
    default void setsALineAsideThatDoesNotParseAndLoadsTheOthers() throws SQLException {
        String good = loads().text(lines(0, 2));
        LoadObject object = loads().objects
                .text(
                        "mixed.gz",
                        loads().feed().wireForm(),
                        good + "{\"v\":1\n\n" + good.replace("\"v\":1", "\"v\":9"));
        assertThat(loads().load(object).loaded()).containsExactly(new ObjectReport(object, 5, 2, 0, 0, 3));
        assertThat(loads().aside).extracting(RejectedLine::number).containsExactly(3L, 5L, 6L);
        assertThat(loads().aside.getFirst())
                .extracting(RejectedLine::reason, line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .containsExactly("not well-formed JSON, or a number out of range", "{\"v\":1");
        assertThat(loads().aside.getLast().reason()).startsWith("not version 1 of a line");
        assertThat(rows("SELECT rejected FROM load_history")).containsExactly("3");
        assertThat(loads().stored()).hasSize(2);
    }

    @Test
    default void leavesABrokenObjectOutAndLoadsTheOthers() throws SQLException {
        LoadObject good = loads().wire("good.gz", lines(0, 100));
        LoadObject cutOff = loads().objects.cutOff(loads().wire("cut.gz", lines(100, 5_000)));
        LoadObject missing =
                new LoadObject("lake", "missing.gz", "none", 1, loads().feed().wireForm());
        LoadReport report = loads().load(cutOff, good, missing);
        assertThat(report.loaded()).containsExactly(new ObjectReport(good, 100, 100, 0, 0, 0));
        assertThat(report.failed()).extracting(FailedObject::object).containsExactly(cutOff, missing);
        loads().load(cutOff);
        assertThat(rows("SELECT object, attempts FROM load_failure ORDER BY object"))
                .containsExactly("s3://lake/cut.gz|2", "s3://lake/missing.gz|1");
        assertThat(loads().stored()).hasSize(100);

        loads().load(loads().wire("cut.gz", lines(100, 5_000)));
        assertThat(rows("SELECT object FROM load_failure")).containsExactly("s3://lake/missing.gz");
        assertThat(loads().stored()).hasSize(5_000);
    }

    @Test
    default void takesALoadBackWhenTheCountsDoNotAgree() throws SQLException {
        String table = loads().feed().table().name();
        execute("""
                CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
                $$BEGIN IF to_jsonb(NEW)::text LIKE '%"l7"%' THEN RETURN NULL; END IF; RETURN NEW; END$$""");
        execute("CREATE TRIGGER lose BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION lose()");
        try {
            assertThatThrownBy(() -> loads().load(loads().wire("one.gz", lines(0, 10))))
                    .isInstanceOf(LoadMismatchException.class);
            assertThat(loads().stored()).isEmpty();
            assertThat(rows("SELECT count(*) FROM load_history")).containsExactly("0");
        } finally {
            execute("DROP FUNCTION lose CASCADE");
        }
    }

    @Test
    default void takesALoadBackWhoseLinesAreNotThoseOfItsObjects() throws SQLException {
        LoadObject object = loads().wire("one.gz", lines(0, 100));
        try (OpenLoad open = loads().open()) {
            assertThat(open.takesLines()).isTrue();
            open.addLines(0, lines(0, 90));
            assertThatThrownBy(() -> open.add(0, object, 100)).isInstanceOf(LoadMismatchException.class);
        }
        assertThat(loads().stored()).isEmpty();
        try (OpenLoad open = loads().open()) {
            open.takesLines();
            open.addLines(0, lines(0, 100));
            open.add(0, object, 100);
            assertThat(open.finish().loaded()).containsExactly(new ObjectReport(object, 100, 100, 0, 0, 0));
        }
        assertThat(loads().stored()).hasSize(100);
    }

    @Test
    default void takesTurnsWithLoadsOfTheSameLinesAndWithNoOthers() throws SQLException {
        List<CompletableFuture<LoadReport>> atOnce = IntStream.range(0, 4)
                .mapToObj(i -> loads().wire("part-" + i + ".gz", lines(0, 2_000)))
                .map(object -> CompletableFuture.supplyAsync(() -> loads().load(object)))
                .toList();
        assertThat(atOnce.stream()
                        .map(CompletableFuture::join)
                        .mapToLong(LoadReport::merged)
                        .sum())
                .isEqualTo(2_000);
        assertThat(loads().stored()).hasSize(2_000);

        try (OpenLoad open = loads().open()) {
            open.takesLines();
            assertThat(rows("SELECT relation::regclass FROM pg_locks WHERE mode = 'AccessExclusiveLock'"
                            + " AND locktype = 'relation'"))
                    .containsExactly(loads().feed().turn());
        }
    }

    private List<FeedLine> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> line("l" + i, i, NOON)).toList();
    }

    private LoadObject delivered(String key, List<FeedLine> lines, List<FeedLine> more) {
        List<FeedLine> all = new ArrayList<>(lines);
        all.addAll(more);
        return loads().delivered(key, all);
    }

    /** The members of an object the other way round, with blanks between, and one that nobody knows. */
    private static String spelledOtherwise(String json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        JsonNode object = mapper.readTree(json);
        List<String> names = new ArrayList<>(object.propertyNames());
        Collections.reverse(names);
        ObjectNode turned = mapper.createObjectNode().put("unheardOf", 1);
        names.forEach(name -> turned.set(name, object.get(name)));
        return "  " + turned.toString().replace("\":", "\" : ") + " \n";
    }
}
