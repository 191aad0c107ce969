package io.tillstream.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.codec.JsonRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the page on own fields. */
final class FieldsPageTests {

    private static final Path PAGE = Path.of("..", "..", "docs", "guide", "own-fields.md");

    @Test
    void itsFileIsReadAndItsRowIsTaken() throws IOException, MalformedRows {
        assertThat(validated(example("taken"))).isInstanceOfSatisfying(RowResult.Accepted.class, accepted -> {
            FeedLine line = accepted.line();
            assertThat(line.attributes().values()).containsOnlyKeys("channel", "vatRate", "packed", "gift", "till");
            assertThat(new String(feeds().all().getFirst().wireForm().encode(line), UTF_8))
                    .contains("\"packed\":\"2010-12-01T09:00:00.000Z\"", "\"gift\":false");
        });
        assertThat(feeds().named(new FeedName("events")).fields().own().keepsUnknown())
                .isTrue();
    }

    @Test
    void itsMessageIsTheOneThatSendersGet() throws IOException, MalformedRows {
        String row = example("taken").replaceFirst("}\\s*$", ", \"Currency\": \"EUR\"}");
        assertThat(validated(row))
                .isInstanceOfSatisfying(
                        RowResult.Rejection.class,
                        rejection -> assertThat(rejection.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.message())
                                        .isEqualTo(example("told").strip())));
    }

    @Test
    void itsLogIsThatOfAService() {
        String own = feeds().named(new FeedName("transactions")).fields().own().toString();
        assertThat(own).contains("channel (text)", "till (text, required)");
    }

    private static RowResult validated(String json) throws IOException, MalformedRows {
        Feed transactions = feeds().named(new FeedName("transactions"));
        List<RowResult> results = new ArrayList<>();
        new JsonRows()
                .read(
                        new ByteArrayInputStream(json.getBytes(UTF_8)),
                        (row, place) -> results.add(transactions
                                .validator(RowSettings.USUAL)
                                .validate(row, 0, (content, at) -> new LineId("1"), Instant.EPOCH)));
        return results.getFirst();
    }

    private static Feeds feeds() {
        Feeds installed = Feeds.installed();
        return installed
                .chosen(List.of(new FeedName("transactions"), new FeedName("events")))
                .with(FieldsFile.read(PAGE.toString(), new StringReader(example("read")), installed));
    }

    /** The text of the example of which the page says that it is so by this test. */
    private static String example(String verb) {
        Pattern marked =
                Pattern.compile("<!-- " + verb + " by FieldsPageTests -->\\s+```\\w*\\n(.*?)```", Pattern.DOTALL);
        try {
            List<MatchResult> found =
                    marked.matcher(Files.readString(PAGE)).results().toList();
            assertThat(found).as(verb).hasSize(1);
            return found.getFirst().group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
