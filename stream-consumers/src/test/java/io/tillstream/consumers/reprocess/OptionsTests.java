package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.codec.LineSplitter;
import io.tillstream.model.layout.FeedLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class OptionsTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,2026-03-01T00:00:00Z",
        "2026-03-01T14,2026-03-01T14:00:00Z",
        "2026-03-01T14:30,2026-03-01T14:30:00Z",
        "2026-03-01T14:30:15Z,2026-03-01T14:30:15Z"
    })
    void readsTimesAsPeopleWriteThem(String text, Instant time) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-03-01T25", "+12026-03-01", "2026-03-01T14:30+01:00"})
    void refusesOtherTimes(String text) {
        assertThatThrownBy(() -> new TimeConverter().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void aTimeMayHoldTheDaysOfWhichSomeIsInIt() {
        TimeRange time = new TimeRange(Instant.parse("2026-03-01T23:30:00Z"), Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(time.mayHold("rejected/lake/dt=2026-02-28/one.jsonl")).isFalse();
        assertThat(time.mayHold("rejected/lake/dt=2026-03-01/one.jsonl")).isTrue();
        assertThat(time.mayHold("rejected/lake/dt=2026-03-02/one.jsonl")).isTrue();
        assertThat(time.mayHold("rejected/lake/dt=2026-03-03/one.jsonl")).isFalse();
        assertThat(time.mayHold("rejected/lake/one.jsonl")).isTrue();
        assertThat(TimeRange.ALWAYS.mayHold("rejected/lake/dt=2026-03-03/one.jsonl"))
                .isTrue();
    }

    @Test
    void aTimeIsTheHoursOfWhichSomeIsInIt() {
        TimeRange time = new TimeRange(Instant.parse("2026-03-01T23:30:00Z"), Instant.parse("2026-03-02T01:00:00Z"));
        RawSelection hours = RawSelection.hours(FeedLayout.TRANSACTIONS, time);
        assertThat(hours.after()).isEqualTo("raw/transactions/dt=2026-03-01/hour=23/");
        assertThat(hours.before())
                .isGreaterThan("raw/transactions/dt=2026-03-02/hour=00/shardId-000000000000-1.jsonl.gz")
                .isLessThan("raw/transactions/dt=2026-03-02/hour=01/");
        TimeRange longer = new TimeRange(time.from(), time.to().plusNanos(1));
        assertThat(RawSelection.hours(FeedLayout.TRANSACTIONS, longer).before())
                .isGreaterThan("raw/transactions/dt=2026-03-02/hour=01/shardId-000000000000-1.jsonl.gz");
    }

    @Test
    void aTimeMayEndWithTheLastYear() {
        String last = "raw/transactions/dt=9999-12-31/hour=23/shardId-000000000000-1.jsonl.gz";
        Instant lastSecond = new TimeConverter().convert("9999-12-31T23:59:59");
        TimeRange open = new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), lastSecond);
        assertThat(RawSelection.hours(FeedLayout.TRANSACTIONS, open).before()).isGreaterThan(last);
        assertThat(RawSelection.hours(FeedLayout.TRANSACTIONS, TimeRange.ALWAYS).before())
                .isGreaterThan(last);
        assertThat(TimeRange.ALWAYS.holds(lastSecond)).isTrue();
        assertThat(TimeRange.ALWAYS.mayHold("rejected/lake/dt=9999-12-31/one.jsonl"))
                .isTrue();
    }

    @Test
    void readsLinesWhateverBytesTheyHold() throws IOException {
        String text = "a\n\n" + "ü".repeat(70_000) + "\nlast";
        LineSplitter lines = new LineSplitter(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(
                    StandardCharsets.UTF_8.decode(requireNonNull(lines.bytes())).toString());
        }
        assertThat(read).isEqualTo(List.of(text.split("\n")));
        assertThat(lines.number()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "raw --all",
                "raw --targets invoices",
                "raw --targets lake --all",
                "raw --targets invoices --all --feed events",
                "raw --targets warehouse --all --feed no/feed",
                "raw --targets invoices --all --load x",
                "raw --targets invoices --load a/b",
                "raw --targets invoices --all --concurrency 0",
                "raw --targets invoices --from 2026-03-02 --to 2026-03-01",
                "rejected --sink customers",
                "rejected --stage never",
                "rejected --patience soon"
            })
    void saysWhatIsWrongWithItsUsage(String arguments) {
        StringWriter err = new StringWriter();
        int code = new ReprocessCommand(List.of("--spring.cloud.aws.region.static=eu-west-1"))
                .commandLine()
                .setErr(new PrintWriter(err))
                .execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("Usage:");
    }
}
