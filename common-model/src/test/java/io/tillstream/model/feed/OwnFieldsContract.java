package io.tillstream.model.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.SchemaWriter;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every feed does with the fields that an installation adds to it. */
public interface OwnFieldsContract {

    OwnField CHANNEL =
            new OwnField("channel", List.of("Sales Channel"), new OwnType.Text(8), false, "Where it was sold.");
    OwnField VAT = new OwnField(
            "vatRate", List.of(), new OwnType.Numeral(BigDecimal.ZERO, BigDecimal.valueOf(100), 2), false, "");
    OwnField PACKED = new OwnField("packed", List.of(), new OwnType.Time(), false, "");
    OwnField GIFT = new OwnField("gift", List.of(), new OwnType.Flag(), false, "");
    OwnFields OWN = new OwnFields(List.of(CHANNEL, VAT, PACKED, GIFT), false);
    OwnFields KEPT = new OwnFields(List.of(GIFT), true);

    Feed feed();

    List<RawRow> good();

    @Test
    default void takesOwnFieldsOfEveryType() {
        FeedLine line = lineOf(
                feed().with(OWN),
                row(Map.of(
                        "Sales Channel", new RawValue.Text(" web "),
                        "vatrate", new RawValue.Numeral("19.5000"),
                        "packed", new RawValue.Text("2019-10-01T02:00:00.5+02:00"),
                        "GIFT", RawValue.Other.TRUE)));
        assertThat(line.attributes().values())
                .isEqualTo(Map.of(
                        "channel", new AttributeValue.Text("web"),
                        "vatRate", new AttributeValue.Numeral(new BigDecimal("19.5")),
                        "packed", new AttributeValue.Text("2019-10-01T00:00:00.500Z"),
                        "gift", new AttributeValue.Flag(true)));
        for (LineForm form : List.of(feed().wireForm(), feed().warehouseForm())) {
            assertThat(form.decode(form.encode(line))).isEqualTo(new Decoded.Line(line));
        }
    }

    @Test
    default void readsOwnFieldsOfTextFiles() {
        FeedLine line = lineOf(
                feed().with(OWN),
                row(Map.of(
                        "vatRate", new RawValue.Text("19.4999999999999999"),
                        "channel", new RawValue.Text("N/A"),
                        "packed", new RawValue.Text("2019-10-01 00:00"),
                        "gift", new RawValue.Text("No"))));
        assertThat(line.attributes().values())
                .isEqualTo(Map.of(
                        "vatRate", new AttributeValue.Numeral(new BigDecimal("19.5")),
                        "packed", new AttributeValue.Text("2019-10-01T00:00:00.000Z"),
                        "gift", new AttributeValue.Flag(false)));
    }

    @Test
    default void knowsTheLineByNothingOfItsOwnFields() {
        Digest128 digest = new Digest128();
        FeedLine plain = lineOf(feed(), row(Map.of()));
        FeedLine web = lineOf(feed().with(OWN), row(Map.of("channel", new RawValue.Text("web"))));
        FeedLine shop = lineOf(feed().with(OWN), row(Map.of("channel", new RawValue.Text("shop"))));
        assertThat(lineOf(feed().with(OWN), row(Map.of()))).isEqualTo(plain);
        assertThat(web.content()).isEqualTo(plain.content());
        assertThat(web.key()).isEqualTo(plain.key());
        assertThat(feed().hashing().of(web, digest)).isEqualTo(feed().hashing().of(plain, digest));
        assertThat(Stream.of(plain, web, shop)
                        .map(line -> feed().hashing().ofAll(line, digest))
                        .distinct())
                .hasSize(3);
        assertThat(feed().hashing().ofAll(plain, digest))
                .isEqualTo(feed().hashing().of(plain, digest));
    }

    @Test
    default void keepsOwnFieldsToTheirBounds() {
        assertThat(errorsOf(
                        feed().with(OWN),
                        row(Map.of(
                                "channel", new RawValue.Text("telephone"),
                                "vatRate", new RawValue.Numeral("100.01"),
                                "packed", new RawValue.Text("yesterday"),
                                "gift", new RawValue.Text("maybe")))))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactlyInAnyOrder(
                        "channel " + FieldError.TOO_LONG,
                        "vatRate " + FieldError.OUT_OF_RANGE,
                        "packed " + FieldError.BAD_DATE,
                        "gift " + FieldError.UNKNOWN_VALUE);
        assertThat(errorsOf(
                        feed().with(OWN),
                        row(Map.of(
                                "channel", RawValue.Other.NESTED,
                                "vatRate", new RawValue.Text("1.005"),
                                "gift", RawValue.Other.NESTED))))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactlyInAnyOrder(
                        "channel " + FieldError.WRONG_TYPE,
                        "vatRate " + FieldError.TOO_MANY_DECIMALS,
                        "gift " + FieldError.WRONG_TYPE);
        assertThat(errorsOf(feed().with(OWN), row(Map.of("vatRate", new RawValue.Text("much")))))
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .isEqualTo("\"much\" is not a number; send a number with at most 2 decimals, 0 or more,"
                                + " 100 or less, or leave it out"));
    }

    @Test
    default void missesAnOwnFieldThatIsRequired() {
        Feed strict = feed().with(
                        new OwnFields(List.of(new OwnField("till", List.of(), new OwnType.Text(8), true, "")), false));
        assertThat(errorsOf(strict, row(Map.of())))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("till " + FieldError.MISSING);
        assertThat(strict.fields().fits(feed().fields().labels())).isFalse();
        assertThat(strict.fields().missingIn(List.of())).contains("till");
    }

    @Test
    default void tellsTheLineThatWouldDeclareAField() {
        assertThat(messageOf("currency", new RawValue.Text("EUR")))
                .endsWith("or declare it in fields.yml: - {name: currency, type: text}");
        assertThat(messageOf("Discount %", new RawValue.Numeral("5")))
                .endsWith("- {name: discount__, aliases: [\"Discount %\"], type: number}");
        assertThat(messageOf("VAT", new RawValue.Text("19.0"))).endsWith("- {name: vat, type: number}");
        assertThat(messageOf("Geöffnet", RawValue.Other.FALSE))
                .endsWith("- {name: geoffnet, aliases: [\"Geöffnet\"], type: flag}");
        assertThat(messageOf("sentAt", new RawValue.Text("2019-10-01 10:00 UTC")))
                .endsWith("- {name: sentAt, type: time}");
        assertThat(messageOf("\"}", new RawValue.Text("x"))).endsWith("leave it out or correct its name");
    }

    private String messageOf(String name, RawValue value) {
        return errorsOf(feed().with(OWN), row(Map.of(name, value))).get(0).message();
    }

    @Test
    default void keepsWhatIsNotDeclaredWhereThatIsSaid() {
        FeedLine line = lineOf(
                feed().with(KEPT),
                row(Map.of(
                        "Sales Channel", new RawValue.Text(" web\nshop "),
                        "VAT", new RawValue.Numeral("19.50"),
                        "gift", new RawValue.Text("yes"),
                        "open", RawValue.Other.FALSE,
                        "nothing", RawValue.Other.NULL)));
        assertThat(line.attributes().values())
                .isEqualTo(Map.of(
                        "sales_Channel", new AttributeValue.Text("web shop"),
                        "vat", new AttributeValue.Text("19.50"),
                        "gift", new AttributeValue.Flag(true),
                        "open", new AttributeValue.Text("false")));
    }

    @Test
    default void boundsWhatItKeeps() {
        assertThat(errorsOf(feed().with(KEPT), row(Map.of("note", new RawValue.Text("x".repeat(257))))))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("note " + FieldError.TOO_LONG);
        assertThat(errorsOf(feed().with(KEPT), row(Map.of("basket", RawValue.Other.NESTED))))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("basket " + FieldError.WRONG_TYPE);
        assertThat(errorsOf(
                        feed().with(KEPT),
                        row(Map.of("till no", new RawValue.Text("1"), "till-no", new RawValue.Text("2")))))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("till_no " + FieldError.DUPLICATE_FIELD);
        assertThat(errorsOf(feed().with(KEPT), row(Map.of("漢", new RawValue.Text("1")))))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("漢 " + FieldError.UNKNOWN_FIELD);
        List<String> names = new ArrayList<>();
        List<RawValue> values = new ArrayList<>();
        for (int i = 0; i <= Attributes.MAX_COUNT; i++) {
            names.add("own" + i);
            values.add(new RawValue.Text("x"));
        }
        assertThat(errorsOf(feed().with(KEPT), added(good().get(0), names, values)))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly(" " + FieldError.TOO_MANY_FIELDS);
    }

    @Test
    default void knowsAHeaderWithOwnColumns() {
        Feed plain = feed().with(OwnFields.NONE);
        Feed extended = feed().with(OWN);
        List<String> labels = new ArrayList<>(plain.fields().labels());
        labels.add("sales channel");
        assertThat(new Feeds(List.of(extended)).ofHeader(labels)).contains(extended);
        assertThat(new Feeds(List.of(plain)).ofHeader(labels)).isEmpty();
        assertThat(new Feeds(List.of(feed().with(KEPT))).ofHeader(labels)).isPresent();
        assertThat(new Feeds(List.of(feed().with(KEPT))).ofHeader(List.of("sales channel")))
                .isEmpty();
        assertThat(extended.fields().ofFeed()).isEqualTo(plain.fields().all());
    }

    @Test
    default void describesOwnFieldsByASchema() {
        Schema schema = schemaOf(feed().with(OWN));
        String row = FeedContract.jsonOf(good().get(0)).replaceFirst("}$", "");
        String own = ",\"channel\":\"web\",\"vatRate\":19.5,\"packed\":\"2019-10-01T02:00:00Z\",\"gift\":false}";
        assertThat(schema.validate(row + own, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(row + ",\"channel\":\"telephone\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(row + ",\"gift\":{}}", InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate(row + ",\"till\":\"7\"}", InputFormat.JSON)).isNotEmpty();
        assertThat(schemaOf(feed().with(KEPT)).validate(row + ",\"till\":\"7\"}", InputFormat.JSON))
                .isEmpty();
        assertThat(feed().with(KEPT).fields().description())
                .contains("kept as text")
                .doesNotContain("is a fault");
        assertThat(feed().with(OWN).fields().description())
                .isEqualTo(feed().fields().description());
    }

    @Test
    default void refusesAnOwnFieldWithTheNameOfAnother() {
        for (String label : feed().with(OwnFields.NONE).fields().labels()) {
            String name = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
            OwnField field = new OwnField(name, List.of(), new OwnType.Flag(), false, "");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> feed().with(new OwnFields(List.of(field), false)))
                    .withMessageContaining(label);
        }
    }

    @Test
    default void tellsLoadsWithOtherOwnFieldsApart() {
        Feed plain = feed().with(OwnFields.NONE);
        assertThat(plain.with(OwnFields.NONE)).isSameAs(plain);
        assertThat(plain.meaning()).isEqualTo(plain.layout().meaning());
        OwnFields wider = new OwnFields(
                List.of(new OwnField("channel", List.of("Sales Channel"), new OwnType.Text(9), false, ""), VAT), false);
        OwnFields narrow = new OwnFields(List.of(VAT, CHANNEL), false);
        assertThat(Stream.of(OwnFields.NONE, OWN, KEPT, narrow, wider, new OwnFields(List.of(), true))
                        .map(own -> feed().with(own).meaning())
                        .distinct())
                .hasSize(6);
        assertThat(feed().with(new OwnFields(List.of(CHANNEL, VAT), false)).meaning())
                .isEqualTo(feed().with(narrow).meaning());
    }

    private RawRow row(Map<String, RawValue> own) {
        return added(good().get(0), List.copyOf(own.keySet()), List.copyOf(own.values()));
    }

    private static RawRow added(RawRow row, List<String> more, List<RawValue> others) {
        List<String> names = new ArrayList<>();
        List<RawValue> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            names.add(row.name(i));
            values.add(row.value(i));
        }
        names.addAll(more);
        values.addAll(others);
        return RawRow.of(names, values);
    }

    private static Schema schemaOf(Feed feed) {
        byte[] json = SchemaWriter.write("/schemas/" + feed.name() + "/v1", "Row", feed.fields());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(json, UTF_8));
    }

    private static FeedLine lineOf(Feed feed, RawRow row) {
        RowResult result = validated(feed, row);
        assertThat(result).isInstanceOf(RowResult.Accepted.class);
        return ((RowResult.Accepted) result).line();
    }

    private static List<FieldError> errorsOf(Feed feed, RawRow row) {
        RowResult result = validated(feed, row);
        assertThat(result).isInstanceOf(RowResult.Rejection.class);
        return ((RowResult.Rejection) result).errors();
    }

    private static RowResult validated(Feed feed, RawRow row) {
        return feed.validator(RowSettings.USUAL)
                .validate(row, 0, (content, place) -> new LineId("own-1"), Instant.parse("2026-01-31T00:00:00Z"));
    }
}
