package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.Events;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventFormsTests {

    private static final LineForm WIRE = EventColumns.WIRE;
    private static final LineForm WAREHOUSE = EventColumns.WAREHOUSE;

    @Test
    void writesAnEventAsInTheGoldenFiles() throws IOException {
        ShopEvent event = Events.event(Events.lipstick(), "e-1");
        assertGolden(WIRE, "event.json", event);
        assertGolden(WAREHOUSE, "event-row.json", event);
    }

    @Test
    void writesAllThatThereCanBeAsInTheGoldenFiles() throws IOException {
        EventContent lipstick = Events.lipstick();
        EventContent content = new EventContent(
                Instant.parse("2019-12-31T23:59:59.007Z"),
                EventType.REMOVE_FROM_CART,
                new ProductId("n° \"7\\8\""),
                lipstick.categoryId(),
                lipstick.categoryCode(),
                "L'Oréal 漢 \uD83D\uDED2",
                new BigDecimal("-99999999999999.9999"),
                lipstick.userId(),
                lipstick.sessionId(),
                new StoreId("soho"));
        Attributes derived = new Attributes(Map.of(
                "vat", new AttributeValue.Numeral(new BigDecimal("2.550")),
                "bulk", new AttributeValue.Flag(false)));
        ShopEvent event = new ShopEvent(content, new LineId("7f#3-1"), Instant.parse("2020-01-01T00:00:00Z"), derived);
        assertGolden(WIRE, "event-full.json", event);
        assertGolden(WAREHOUSE, "event-row-full.json", event);
    }

    @Test
    void leavesOutWhatIsAbsent() throws IOException {
        ShopEvent event = Events.event(Events.bare(), "e-2");
        assertGolden(WIRE, "event-bare.json", event);
        assertGolden(WAREHOUSE, "event-row-bare.json", event);
    }

    @Property(tries = 1_000)
    void decodesWhatItEncodes(@ForAll("events") ShopEvent event) {
        for (LineForm form : List.of(WIRE, WAREHOUSE)) {
            assertThat(form.decode(form.encode(event))).isEqualTo(new Decoded.Line(event));
        }
    }

    @Property(tries = 1_000)
    void neverThrowsForDamagedEvents(@ForAll int place, @ForAll byte damage) {
        for (LineForm form : List.of(WIRE, WAREHOUSE)) {
            byte[] bytes = form.encode(Events.event(Events.lipstick()));
            bytes[Math.floorMod(place, bytes.length)] = damage;
            assertThat(form.decode(bytes)).isNotNull();
        }
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        ShopEvent event = Events.event(Events.bare());
        String json = json(event).replace("\"v\":1", "\"new\":{\"a\":[1]},\"v\":1,\"brand\":null");
        assertThat(WIRE.decode(json.getBytes(UTF_8))).isEqualTo(new Decoded.Line(event));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"v\":1|\"v\":2|not version 1 of a line",
                "\"v\":1,|''|not version 1 of a line",
                "\"v\":1|\"v\":\"1\"|v is not a number",
                "\"cart\"|\"click\"|event_type is not a known one",
                "\"cart\"|7|eventType is not text",
                "\"price\":2.62|\"price\":\"2.62\"|price is not a number",
                "\"price\":2.62|\"price\":1e999999999|price has more than 4 decimals or 14 digits before the point",
                "2019-10-01T|2019-13-01T|a malformed date or time",
                "\"eventId\":\"1\",|''|event_id is missing",
                "\"productId\":\"5773203\",|''|product_id is missing",
                "\"receivedAt\"|\"received\"|receivedAt is missing",
                "26dd6e6e|26dd 6e6e|user_session breaks its rule: BAD_CHARACTERS",
                "}|}}|'not well-formed JSON, or a number out of range'",
                "}|''|'not well-formed JSON, or a number out of range'",
            })
    void saysWhyItCannotDecode(String part, String replacement, String reason) {
        String json = json(Events.event(Events.lipstick())).replace(part, replacement);
        assertThat(WIRE.decode(json.getBytes(UTF_8))).isEqualTo(new Decoded.Undecodable(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{}", "{\"v\":1}"})
    void refusesOtherJson(String json) {
        assertThat(WIRE.decode(json.getBytes(UTF_8))).isInstanceOf(Decoded.Undecodable.class);
    }

    @Test
    void takesNoLineOfAnInvoiceForAnEvent() {
        byte[] line = TransactionColumns.WIRE.encode(SampleLines.line("536365", "85123A", "1"));
        assertThat(WIRE.decode(line)).isInstanceOf(Decoded.Undecodable.class);
        byte[] event = WIRE.encode(Events.event(Events.lipstick()));
        assertThat(TransactionColumns.WIRE.decode(event)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Provide
    Arbitrary<ShopEvent> events() {
        return Events.events();
    }

    private static String json(ShopEvent event) {
        return new String(WIRE.encode(event), UTF_8);
    }

    private static void assertGolden(LineForm form, String file, ShopEvent event) throws IOException {
        try (InputStream in = Objects.requireNonNull(EventFormsTests.class.getResourceAsStream(file))) {
            String golden = new String(in.readAllBytes(), UTF_8).strip();
            assertThat(new String(form.encode(event), UTF_8)).isEqualTo(golden);
            assertThat(form.decode(golden.getBytes(UTF_8))).isEqualTo(new Decoded.Line(event));
        }
    }
}
