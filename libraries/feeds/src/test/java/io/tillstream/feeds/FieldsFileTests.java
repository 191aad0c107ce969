package io.tillstream.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldsFileTests {

    private static final FeedName TRANSACTIONS = new FeedName("transactions");

    @Test
    void readsWhatIsDeclaredForEachFeed() {
        assertThat(read("""
                feeds:
                  transactions:
                    unknown: reject
                    fields:
                      - {name: channel, aliases: [Sales Channel], type: text, max: 20, required: true, description: Where}
                      - name: vatRate
                        type: number
                        min: 0
                        max: 99.5
                        decimals: 1
                      - {name: packed, type: time}
                      - {name: gift, type: flag, required: false}
                      - {name: note, type: text}
                      - {name: discount, type: number}
                  events:
                    unknown: keep
                """))
                .isEqualTo(Map.of(
                        TRANSACTIONS,
                        new OwnFields(
                                List.of(
                                        new OwnField(
                                                "channel",
                                                List.of("Sales Channel"),
                                                new OwnType.Text(20),
                                                true,
                                                "Where"),
                                        field(
                                                "vatRate",
                                                new OwnType.Numeral(BigDecimal.ZERO, new BigDecimal("99.5"), 1)),
                                        field("packed", new OwnType.Time()),
                                        field("gift", new OwnType.Flag()),
                                        field("note", new OwnType.Text(256)),
                                        field("discount", new OwnType.Numeral(null, null, 4))),
                                false),
                        new FeedName("events"),
                        new OwnFields(List.of(), true)));
    }

    private static OwnField field(String name, OwnType type) {
        return new OwnField(name, List.of(), type, false, "");
    }

    @Test
    void takesAFileThatDeclaresNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("feeds: {transactions: {}}")).isEqualTo(Map.of(TRANSACTIONS, OwnFields.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: text}|no name of an own field",
                "{name: Channel, type: text}|\"Channel\" is no name of an own field",
                "{name: a}|the type of a field is text, number, time or flag",
                "{name: a, type: date}|the type of a field is text, number, time or flag",
                "{name: a, type: text, max: 0}|a max of 1 to 256 characters",
                "{name: a, type: text, max: 257}|a max of 1 to 256 characters",
                "{name: a, type: text, max: long}|max is a number, not \"long\"",
                "{name: a, type: text, max: 2.5}|max is a whole number here",
                "{name: a, type: text, min: 1}|a field of type text has no \"min\"",
                "{name: a, type: number, min: 2, max: 1}|min is more than max",
                "{name: a, type: number, decimals: 19}|0 to 18 decimals",
                "{name: a, type: number, max: 1e18}|less than 19 digits",
                "{name: a, type: flag, max: 1}|a field of type flag has no \"max\"",
                "{name: a, type: time, required: maybe}|required is true or false, not \"maybe\"",
                "{name: a, type: text, aliases: b}|a list is expected here",
                "{name: a, type: text, name: b}|\"name\" is given twice",
                "{name: [a], type: text}|one value is expected here",
                "{name: quantity, type: number}|would have the name of the field Quantity",
                "{name: store_id, type: text}|would have the name of the field StoreId",
                "{name: a, aliases: [Customer_ID], type: text}|would have the name of the field CustomerID",
                "just a text|keys with values are expected here"
            })
    void refusesFields(String field, String message) {
        assertThat(faults("feeds:\n  transactions:\n    fields:\n      - " + field))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("fields.yml, line 4: ").contains(message));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(faults("""
                feeds:
                  transactions:
                    unknown: drop
                    fields:
                      - {name: a, type: text}
                      - {name: A1, type: text}
                      - {name: b, type: number, min: low}
                      - {name: a, type: flag}
                      - {name: c, aliases: [A], type: flag}
                  parcels: {}
                  events:
                    columns: []
                rows: []
                """))
                .containsExactly(
                        "fields.yml, line 3: unknown is reject or keep, not \"drop\"",
                        "fields.yml, line 6: \"A1\" is no name of an own field: 1 to 40 letters, digits and _, the first"
                                + " a lower-case letter",
                        "fields.yml, line 7: min is a number, not \"low\"",
                        "fields.yml, line 8: there is more than one own field \"a\"",
                        "fields.yml, line 9: there is more than one own field \"a\"",
                        "fields.yml, line 10: there is no feed \"parcels\"; there are events, transactions",
                        "fields.yml, line 12: there is no \"columns\"; a feed has fields, and may have unknown: reject or"
                                + " keep",
                        "fields.yml, line 13: there is no \"rows\"; a file of own fields begins with \"feeds:\", below"
                                + " it the name of a feed");
    }

    @Test
    void refusesMoreFieldsThanALineCanHold() {
        String many = IntStream.rangeClosed(0, 20)
                .mapToObj(i -> "{name: own" + i + ", type: text}")
                .collect(Collectors.joining(","));
        assertThat(faults("feeds: {events: {fields: [" + many + "]}}"))
                .containsExactly("fields.yml, line 1: there are more than 20 own fields");
    }

    @Test
    void saysWhereAFileIsMalformed() {
        assertThat(faults("feeds:\n  events: \"\n").getFirst()).startsWith("fields.yml, line 3: not YAML");
        Path missing = Path.of("no", "such", "fields.yml");
        assertThatExceptionOfType(BadFieldsException.class)
                .isThrownBy(() -> FieldsFile.read(missing, Feeds.installed()))
                .withMessageStartingWith(missing + ": cannot be read");
    }

    private static Map<FeedName, OwnFields> read(String yaml) {
        return FieldsFile.read("fields.yml", new StringReader(yaml), Feeds.installed());
    }

    private static List<String> faults(String yaml) {
        return catchThrowableOfType(BadFieldsException.class, () -> read(yaml)).faults();
    }
}
