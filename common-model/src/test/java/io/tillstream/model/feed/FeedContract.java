package io.tillstream.model.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.codec.SchemaWriter;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What everything that carries lines relies on, of every feed. */
public interface FeedContract extends OwnFieldsContract {

    Instant RECEIVED = Instant.parse("2026-01-31T23:59:59.007Z");
    LineId ID = new LineId("contract-1");
    StoreId STORE = new StoreId("soho");
    Attributes DERIVED = new Attributes(Map.of("channel", new AttributeValue.Text("web")));

    @Override
    Feed feed();

    /**
     * Valid rows, the first of which names its fields as errors do, has a value for each, and gives no id and no shop.
     */
    @Override
    List<RawRow> good();

    /** Rows that are not valid, each with its only fault. */
    List<BadRow> bad();

    /** Groups of rows that say the same. */
    List<List<RawRow>> spellings();

    /** Rows each of which says something else than the first good one, in one field that is no part of the key. */
    List<RawRow> changes();

    /** Lines with every column of theirs filled, and with as few as possible. */
    List<FeedLine> extremes();

    /** Bytes as they lie in every store, with the lines that they hold. */
    List<Golden> golden();

    /** A row, the field that is at fault, and the code of the fault. */
    record BadRow(RawRow row, String field, String code) {}

    /** The bytes of a line in one of its forms. */
    record Golden(LineForm form, String json, FeedLine line) {}

    @Test
    default void makesLinesOfGoodRows() {
        for (RawRow row : good()) {
            FeedLine line = lineOf(row);
            assertThat(line.receivedAt()).isEqualTo(RECEIVED);
            assertThat(line.attributes()).isEqualTo(Attributes.NONE);
            assertThat(line.isVoid()).isFalse();
            assertThat(line).isEqualTo(lineOf(row)).hasSameHashCodeAs(lineOf(row));
        }
        assertThat(lineOf(good().get(0)).lineId()).isEqualTo(ID);
    }

    @Test
    default void tellsTheFieldAndTheCodeOfAFault() {
        for (BadRow bad : bad()) {
            assertThat(errorsOf(bad.row()))
                    .extracting(error -> error.field() + " " + error.code())
                    .containsExactly(bad.field() + " " + bad.code());
        }
    }

    @Test
    default void missesEachRequiredField() {
        List<String> required = feed().fields().missingIn(List.of());
        assertThat(required).isNotEmpty();
        for (String field : required) {
            assertThat(errorsOf(without(good().get(0), field)))
                    .extracting(error -> error.field() + " " + error.code())
                    .containsExactly(field + " " + FieldError.MISSING);
        }
    }

    @Test
    default void refusesAFieldThatItDoesNotKnow() {
        assertThat(errorsOf(with(good().get(0), "no field at all", "1")))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("no field at all " + FieldError.UNKNOWN_FIELD);
    }

    @Test
    default void readsNamesInAnyCase() {
        RawRow row = good().get(0);
        for (UnaryOperator<String> spelling : List.<UnaryOperator<String>>of(
                name -> name.toUpperCase(Locale.ROOT),
                name -> name.toLowerCase(Locale.ROOT),
                name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                name -> " " + name + "\t")) {
            assertThat(lineOf(named(row, spelling))).isEqualTo(lineOf(row));
        }
    }

    @Test
    default void knowsItsHeaderAndNoOther() {
        Feed feed = feed();
        Feeds feeds = new Feeds(List.of(feed));
        List<String> labels = feed.fields().labels();
        List<String> required = feed.fields().missingIn(List.of());
        for (List<String> header :
                List.of(labels, required, List.of(feed.fields().usualHeader().split(",")))) {
            assertThat(feeds.ofHeader(header)).contains(feed);
        }
        for (List<String> other :
                List.of(List.<String>of(), required.subList(1, required.size()), List.of("sku of nobody"))) {
            assertThat(feeds.ofHeader(other)).isEmpty();
        }
        assertThat(feeds.ofHeader(Stream.concat(labels.stream(), Stream.of("sku of nobody"))
                        .toList()))
                .isEmpty();
    }

    @Test
    default void describesItsRowsByASchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(
                        SchemaWriter.write("/schemas/" + feed().name() + "/v1", "Row", feed().fields()), UTF_8));
        for (RawRow row : good()) {
            assertThat(schema.validate(jsonOf(row), InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(jsonOf(with(row, "no field at all", "1")), InputFormat.JSON))
                    .isNotEmpty();
        }
        for (String field : feed().fields().missingIn(List.of())) {
            assertThat(schema.validate(jsonOf(without(good().get(0), field)), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    default void writesWhatLiesInEveryStore() {
        assertThat(golden()).isNotEmpty();
        for (Golden golden : golden()) {
            assertThat(new String(golden.form().encode(golden.line()), UTF_8)).isEqualTo(golden.json());
            assertThat(golden.form().decode(golden.json().getBytes(UTF_8))).isEqualTo(new Decoded.Line(golden.line()));
        }
    }

    @Test
    default void readsWhatItWrites() {
        for (FeedLine line : samples()) {
            for (LineForm form : forms()) {
                byte[] bytes = form.encode(line);
                assertThat(form.decode(bytes)).isEqualTo(new Decoded.Line(line));
                assertThat(form.decode(ByteBuffer.wrap(bytes))).isEqualTo(new Decoded.Line(line));
                assertThat(new String(bytes, UTF_8)).doesNotContain("\n", "\r");
            }
        }
    }

    @Test
    default void ignoresPropertiesThatItDoesNotKnow() {
        for (FeedLine line : samples()) {
            for (LineForm form : forms()) {
                String json = new String(form.encode(line), UTF_8).replaceFirst("\\{", "{\"later\":{\"a\":[1]},");
                assertThat(form.decode(json.getBytes(UTF_8))).isEqualTo(new Decoded.Line(line));
            }
        }
    }

    @Test
    default void neverThrowsForDamagedBytes() {
        Random random = new Random(7);
        for (FeedLine line : samples()) {
            for (LineForm form : forms()) {
                byte[] bytes = form.encode(line);
                for (int tries = 0; tries < 200; tries++) {
                    byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    assertThat(form.decode(cut)).isInstanceOf(Decoded.Undecodable.class);
                    byte[] damaged = bytes.clone();
                    damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
                    assertThat(form.decode(damaged)).isNotNull();
                }
            }
        }
    }

    @Test
    default void hashesEverySpellingAlike() {
        assertThat(spellings()).isNotEmpty();
        for (List<RawRow> group : spellings()) {
            assertThat(group.stream().map(row -> hashOf(lineOf(row))).distinct())
                    .hasSize(1);
            assertThat(group.stream().map(row -> lineOf(row).content()).distinct())
                    .hasSize(1);
        }
    }

    @Test
    default void hashesEveryChangeToAnother() {
        List<RawRow> rows = new ArrayList<>(changes());
        rows.add(good().get(0));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(feed().table().said().size() + 1);
        assertThat(rows.stream().map(row -> hashOf(lineOf(row))).distinct()).hasSameSizeAs(rows);
        assertThat(rows.stream().map(row -> lineOf(row).key()).distinct()).hasSize(1);
    }

    @Test
    default void hashesNothingButWhatTheRowSays() {
        Digest128 digest = new Digest128();
        for (FeedLine line : samples()) {
            assertThat(hashOf(line.with(line.content(), DERIVED))).isEqualTo(hashOf(line));
            assertThat(feed().hashing().of(line.with(line.content(), DERIVED), digest))
                    .isEqualTo(feed().hashing().of(line, digest))
                    .isNotEqualTo(hashOf(line));
        }
    }

    @Test
    default void ordersVersionsOfALine() {
        Digest128 digest = new Digest128();
        List<LineVersion> versions = Stream.concat(changes().stream(), Stream.of(good().get(0)))
                .map(row -> LineVersion.of(lineOf(row), feed().hashing(), digest))
                .sorted()
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            assertThat(versions.get(i)).isGreaterThan(versions.get(i - 1));
            assertThat(versions.get(i).toString())
                    .isGreaterThan(versions.get(i - 1).toString());
        }
    }

    @Test
    default void keepsItsIdInAShop() {
        FeedLine line = lineOf(good().get(0));
        FeedLine inStore = line.inStore(STORE);
        assertThat(inStore.content().storeId()).isEqualTo(STORE);
        assertThat(inStore.content()).isEqualTo(line.content().inStore(STORE));
        assertThat(inStore.lineId()).isEqualTo(line.lineId());
        assertThat(inStore.key()).isNotEqualTo(line.key());
        assertThat(inStore.inStore(new StoreId("bristol"))).isEqualTo(inStore);
        assertThat(feed().hashing().ofWithoutShop(inStore.content(), new Digest128()))
                .isEqualTo(hashOf(line));
    }

    @Test
    default void changesNothingButWhatItIsTold() {
        for (FeedLine line : samples()) {
            FeedLine derived = line.with(line.content(), DERIVED);
            assertThat(derived.attributes()).isEqualTo(DERIVED);
            assertThat(derived.key()).isEqualTo(line.key()).hasSameHashCodeAs(line.key());
            assertThat(derived.with(line.content(), line.attributes())).isEqualTo(line);
        }
    }

    @Test
    default void keepsLinesTogetherWhateverBecomesOfThem() {
        for (FeedLine line : samples()) {
            String key = feed().partitionKey(line);
            assertThat(key).hasSizeBetween(1, 256);
            assertThat(feed().partitionKey(line.inStore(STORE))).isEqualTo(key);
            assertThat(feed().partitionKey(line.with(line.content(), DERIVED))).isEqualTo(key);
        }
    }

    @Test
    default void hidesWhatMayBeHidden() {
        for (FeedLine line : samples()) {
            feed().hideable().forEach((label, text) -> {
                assertThat(feed().fields().isField(label)).isTrue();
                RowContent hashed = text.with(line.content(), "0123456789abcdef");
                assertThat(text.in(hashed)).isEqualTo("0123456789abcdef");
                assertThat(line.with(hashed, Attributes.NONE).lineId()).isEqualTo(line.lineId());
                assertThat(text.in(text.with(line.content(), null))).isIn(null, text.in(text.with(hashed, null)));
            });
        }
    }

    @Test
    default void hasATableThatHoldsEveryLine() {
        LineTable table = feed().table();
        Set<String> names = new HashSet<>(Set.of("received_at", "attributes", "loaded_at"));
        Set<String> wireNames = new HashSet<>(Set.of("v", "receivedAt", "attributes"));
        for (LineColumn column : table.columns()) {
            assertThat(column.name()).matches("[a-z][a-z0-9_]{0,40}");
            assertThat(names.add(column.name())).as(column.name()).isTrue();
            assertThat(wireNames.add(column.wireName())).as(column.wireName()).isTrue();
            samples().forEach(line -> assertFits(column, line));
        }
        assertThat(table.name()).matches("[a-z][a-z_]{0,30}");
        assertThat(table.key()).isNotEmpty().contains("store_id").doesNotContainAnyElementsOf(table.said());
        assertThat(table.column(table.time())).isInstanceOfAny(LineColumn.LocalTime.class, LineColumn.Moment.class);
    }

    private static void assertFits(LineColumn column, FeedLine line) {
        if (column instanceof LineColumn.Text text) {
            String value = text.value().apply(line);
            boolean isMissing = value == null && text.isRequired();
            boolean isAtFault = value != null && text.rule().faultIn(value).isPresent();
            assertThat(isMissing || isAtFault).as(column.name()).isFalse();
        } else if (column instanceof LineColumn.Decimal decimal) {
            BigDecimal value = decimal.value().apply(line);
            assertThat(value.scale()).isBetween(0, decimal.scale());
            assertThat(value.precision() - value.scale()).isLessThanOrEqualTo(decimal.precision() - decimal.scale());
        } else if (column instanceof LineColumn.LocalTime time) {
            assertThat(time.value().apply(line).getYear()).isBetween(1, 9999);
        } else if (column instanceof LineColumn.Moment moment) {
            Instant value = moment.value().apply(line);
            assertThat(value.atOffset(ZoneOffset.UTC).getYear()).isBetween(1, 9999);
        }
    }

    @Test
    default void showsNothingOfACustomer() {
        for (FeedLine line : samples()) {
            feed().hideable().values().stream()
                    .map(text -> text.in(line.content()))
                    .filter(Objects::nonNull)
                    .filter(text -> text.length() > 3)
                    .forEach(text -> assertThat(line + " " + line.content()).doesNotContain(text));
        }
    }

    @Test
    default void hasNamesForAnswersAndReports() {
        assertThat(List.of(feed().partitionKeyName(), feed().lineIdName()))
                .allMatch(name -> name.matches("[a-z][A-Za-z]{1,30}"))
                .doesNotHaveDuplicates();
        assertThat(feed().figures().stream().map(Figure::name)).doesNotHaveDuplicates();
        assertThat(feed().name()).isEqualTo(feed().layout().name());
    }

    private List<FeedLine> samples() {
        return Stream.concat(good().stream().map(this::lineOf), extremes().stream())
                .toList();
    }

    private List<LineForm> forms() {
        return List.of(feed().wireForm(), feed().warehouseForm());
    }

    private Digest128.Hash hashOf(FeedLine line) {
        return feed().hashing().of(line.content(), new Digest128());
    }

    private FeedLine lineOf(RawRow row) {
        RowResult result = validated(row);
        assertThat(result).isInstanceOf(RowResult.Accepted.class);
        return ((RowResult.Accepted) result).line();
    }

    private List<FieldError> errorsOf(RawRow row) {
        RowResult result = validated(row);
        assertThat(result).isInstanceOf(RowResult.Rejection.class);
        return ((RowResult.Rejection) result).errors();
    }

    private RowResult validated(RawRow row) {
        return feed().validator(RowSettings.USUAL).validate(row, 0, (content, place) -> ID, RECEIVED);
    }

    /** The row as a JSON object. */
    static String jsonOf(RawRow row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(row.name(i));
                if (row.value(i) instanceof RawValue.Text value) {
                    json.writeString(value.value());
                } else if (row.value(i) instanceof RawValue.Numeral number) {
                    json.writeNumber(number.asWritten());
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static RawRow named(RawRow row, UnaryOperator<String> spelling) {
        return RawRow.of(
                namesOf(row).stream().map(spelling).toList(),
                IntStream.range(0, row.size()).mapToObj(row::value).toList());
    }

    private static RawRow with(RawRow row, String name, String text) {
        List<String> names = new ArrayList<>(namesOf(row));
        List<RawValue> values = new ArrayList<>(
                IntStream.range(0, row.size()).mapToObj(row::value).toList());
        names.add(name);
        values.add(new RawValue.Text(text));
        return RawRow.of(names, values);
    }

    private static RawRow without(RawRow row, String name) {
        List<String> names = new ArrayList<>(namesOf(row));
        int place = names.indexOf(name);
        List<RawValue> values = new ArrayList<>(
                IntStream.range(0, row.size()).mapToObj(row::value).toList());
        names.remove(place);
        values.remove(place);
        return RawRow.of(names, Collections.unmodifiableList(values));
    }

    private static List<String> namesOf(RawRow row) {
        return IntStream.range(0, row.size()).mapToObj(row::name).toList();
    }
}
