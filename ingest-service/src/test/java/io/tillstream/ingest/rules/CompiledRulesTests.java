package io.tillstream.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.AttributeValue.Flag;
import io.tillstream.model.AttributeValue.Numeral;
import io.tillstream.model.AttributeValue.Text;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompiledRulesTests {

    private static final TransactionLine LINE = new TransactionLine(
            new LineContent(
                    new InvoiceNumber("C536365"),
                    new StockCode("85123A"),
                    "WHITE HANGING HEART T-LIGHT HOLDER",
                    6,
                    LocalDateTime.parse("2010-12-01T08:26:00"),
                    new BigDecimal("2.55"),
                    new CustomerId("17850"),
                    "United Kingdom",
                    new StoreId("soho")),
            new LineId("7"),
            Instant.parse("2026-03-01T12:00:00Z"));
    private static final TransactionLine GUEST = SampleLines.line("536365", "85123A", "1", null, 6, "2.55");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attributes.channel == 'web' && attributes.channel.startsWith('w') && country == 'United Kingdom'",
                "attributes.vat == 19.5 && attributes.vat * quantity == 117 && round(attributes.vat / 7, 2) == 2.79",
                "attributes.gift && attributes.packed < '2026'",
                "attributes.till == '' && attributes.discount == 0 && !attributes.online"
            })
    void readsOwnFields(String condition) {
        OwnFields own = new OwnFields(
                List.of(
                        own("channel", new OwnType.Text(8)),
                        own("vat", new OwnType.Numeral(null, null, 2)),
                        own("packed", new OwnType.Time()),
                        own("gift", new OwnType.Flag()),
                        own("till", new OwnType.Text(8)),
                        own("discount", new OwnType.Numeral(null, null, 2)),
                        own("online", new OwnType.Flag())),
                false);
        Attributes values = new Attributes(Map.of(
                "channel", new Text("web"),
                "vat", new Numeral(new BigDecimal("19.5")),
                "packed", new Text("2025-01-01T00:00:00.000Z"),
                "gift", new Flag(true)));
        LineRules rules = WrittenRules.compile("[{name: r, drop: true, when: \"" + condition + "\"}]", own, registry);
        assertThat(rules.apply(LINE.with(LINE.content(), values))).isEqualTo(new Ruling.Drop("r"));
    }

    private static OwnField own(String name, OwnType type) {
        return new OwnField(name, List.of(), type, false, "");
    }

    @Test
    void rejectsALineThatWouldHaveTooManyAttributes() {
        Map<String, AttributeValue> kept = new HashMap<>();
        for (int i = 0; i < Attributes.MAX_COUNT; i++) {
            kept.put("own" + i, new Flag(true));
        }
        LineRules rules = WrittenRules.compile("[{name: r, set: {more: '1'}}]", registry);
        assertThat(rules.apply(LINE.with(LINE.content(), new Attributes(kept))))
                .isEqualTo(new Ruling.Fail("r", "more than 20 attributes, with those of the row"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoiceNo == 'C536365' && stockCode == '85123A' && lineId == '7'",
                "description.contains('HEART') && description.startsWith('WHITE') && description.endsWith('HOLDER')",
                "description.matches('^WHITE .*-LIGHT') && !description.matches('(?i)black')",
                "quantity == 6 && quantity * 2 > 11 && quantity % 4 == 2 && -quantity < 0",
                "unitPrice == 2.55 && unitPrice != 2.5500001 && unitPrice > 2.549 && 2.56 > unitPrice && unitPrice < 3",
                "lineTotal == 15.3 && lineTotal == unitPrice * quantity && lineTotal / 6 == unitPrice",
                "unitPrice + 0.1 + 0.2 == 2.85 && unitPrice - 3 == -0.45 && -unitPrice < 0",
                "round(unitPrice, 1) == 2.6 && round(-unitPrice, 1) == -2.6 && string(unitPrice) == '2.55'",
                "unitPrice in [lineTotal, lineTotal / quantity]",
                "invoiceDate == '2010-12-01T08:26:00' && invoiceDate < '2011'",
                "year == 2010 && month == 12 && day == 1 && hour == 8 && weekday == 'WEDNESDAY'",
                "customerId == '17850' && country in ['United Kingdom', 'EIRE'] && storeId == 'soho'",
                "kind == 'CANCELLATION'",
                "{'EIRE': 'IE', 'United Kingdom': 'GB'}[country] == 'GB'",
                "size(description) == 34 && int('7') == 7 && double(quantity) == 6.0",
                "quantity > 5 ? true : false"
            })
    void knowsALine(String condition) {
        assertThat(ruling("when: \"" + condition + "\", drop: true")).isEqualTo(new Ruling.Drop("r"));
        assertThat(ruling("when: \"!(" + condition + ")\", drop: true")).isEqualTo(new Ruling.Keep(LINE));
    }

    @Test
    void takesAbsentTextsForEmpty() {
        LineRules rules = rules("- {name: r, when: \"customerId == '' && storeId == ''\", drop: true}");
        assertThat(rules.apply(GUEST)).isEqualTo(new Ruling.Drop("r"));
        assertThat(rules.apply(LINE)).isEqualTo(new Ruling.Keep(LINE));
    }

    @Test
    void masksWhatIdentifiesACustomer() {
        assertThat(kept("mask: customerId").customerId()).isEmpty();
        assertThat(kept("mask: Description").description()).isEmpty();
        assertThat(kept("mask: STOREID").storeId()).isEmpty();
        assertThat(kept("mask: Country").country()).isEqualTo("Unspecified");
        assertThat(kept("mask: CustomerID").key()).isEqualTo(LINE.key());
    }

    @Test
    void hashesTheSameValueToTheSamePseudonym() {
        String pseudonym = kept("hash: CustomerID").customerId().orElseThrow().value();
        assertThat(pseudonym).matches("[0-9a-f]{32}");
        assertThat(kept("hash: CustomerID").customerId()).contains(new CustomerId(pseudonym));
        assertThat(kept("hash: Description").description().orElseThrow()).hasSize(32);
        assertThat(kept("hash: Country").country()).hasSize(32);
        assertThat(kept("hash: StoreId").storeId().orElseThrow().value()).hasSize(32);
        assertThat(rules("- {name: r, hash: CustomerID}").apply(GUEST)).isEqualTo(new Ruling.Keep(GUEST));
    }

    @Test
    void givesOtherSecretsAndFieldsOtherPseudonyms() {
        Fingerprint one = new Fingerprint("one secret of some length");
        assertThat(one.of("CustomerID", "17850"))
                .isNotEqualTo(one.of("CustomerID", "17851"))
                .isNotEqualTo(one.of("StoreId", "17850"))
                .isNotEqualTo(new Fingerprint("another secret of some length").of("CustomerID", "17850"));
    }

    @Test
    void setsAttributesOfEveryType() {
        TransactionLine line = kept("""
            set: {bulk: quantity >= 6, vat: "round(lineTotal / 6, 2)", pieces: quantity * 2, share: '0.5',
              channel: "'shop ' + storeId"}\
            """);
        assertThat(line.attributes().values())
                .containsEntry("bulk", new Flag(true))
                .containsEntry("vat", new Numeral(new BigDecimal("2.55")))
                .containsEntry("pieces", Numeral.of(12))
                .containsEntry("share", new Numeral(new BigDecimal("0.5")))
                .containsEntry("channel", new Text("shop soho"))
                .hasSize(5);
        assertThat(line.content()).isEqualTo(LINE.content());
        assertThat(line.key()).isEqualTo(LINE.key());
    }

    @Test
    void leavesOutAttributesThatAreEmpty() {
        LineRules rules = rules("- {name: r, set: {shop: \"' ' + storeId\", who: customerId}}");
        assertThat(rules.apply(GUEST)).isEqualTo(new Ruling.Keep(GUEST));
    }

    @Test
    void appliesRulesInTheirOrder() {
        LineRules rules = rules("""
            - {name: first, set: {size: "'small'", customer: customerId}}
            - {name: hide, mask: CustomerID}
            - {name: guests, when: customerId == '', set: {guest: 'true'}}
            - {name: large, when: quantity > 5, set: {size: "'large'"}}
            - {name: never, when: quantity > 6, drop: true}
            """);
        assertThat(((Ruling.Keep) rules.apply(LINE)).line().attributes().values())
                .containsEntry("customer", new Text("17850"))
                .containsEntry("guest", new Flag(true))
                .containsEntry("size", new Text("large"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity / 0|divide by zero",
                "lineTotal / (quantity - 6)|divide by zero",
                "quantity + 9223372036854775807|numeric overflow",
                "{'EIRE': 1}[country]|attribute not found",
                "[1][quantity]|index out of bounds",
                "int(description)|bad format",
                "1.0 / 0.0|not a finite number",
                "lineTotal * (1.0 / 0.0)|numeric overflow",
                "round(lineTotal, 99)|invalid argument",
                "lineTotal * 1e37|more than 38 digits",
                "description+description+description+description+description+description+description+description|256",
                "country + '\\u0007b'|not allowed"
            })
    void rejectsALineForWhichARuleCannotBeComputed(String expression, String reason) {
        Ruling ruling = ruling("set: {a: \"" + expression.replace("\\", "\\\\") + "\"}");
        assertThat(ruling).isInstanceOf(Ruling.Fail.class);
        Ruling.Fail fail = (Ruling.Fail) ruling;
        assertThat(fail.rule()).isEqualTo("r");
        assertThat(fail.reason()).contains(reason).doesNotContain("WHITE", "17850");
    }

    @Test
    void appliesNoRuleAfterOneThatFailed() {
        LineRules rules = rules("""
            - {name: broken, when: quantity / 0 == 1, mask: CustomerID}
            - {name: all, when: 'true', drop: true}
            """);
        assertThat(rules.apply(LINE)).isEqualTo(new Ruling.Fail("broken", "divide by zero"));
    }

    @Test
    void countsWhatEachRuleDid() {
        LineRules rules = rules("""
            - {name: guests, when: customerId == '', drop: true}
            - {name: tag, set: {a: '1'}}
            - {name: broken, when: 1 / (quantity - 6) == 1, mask: CustomerID}
            """);
        rules.apply(GUEST);
        rules.apply(LINE);
        rules.apply(SampleLines.line("1", "A", "1"));
        assertThat(count("dropped", "guests")).isEqualTo(1);
        assertThat(count("applied", "tag")).isEqualTo(2);
        assertThat(count("failed", "broken")).isEqualTo(2);
        assertThat(count("failed", "tag")).isZero();
        assertThat(registry.get("tillstream.ingest.rules.time").timer().count()).isEqualTo(3);
    }

    private double count(String what, String rule) {
        return registry.get("tillstream.ingest.rules." + what)
                .tag("rule", rule)
                .counter()
                .count();
    }

    private TransactionLine kept(String rule) {
        return (TransactionLine) ((Ruling.Keep) ruling(rule)).line();
    }

    private Ruling ruling(String rule) {
        return rules("- {name: r, " + rule + "}").apply(LINE);
    }

    private LineRules rules(String yaml) {
        return WrittenRules.compile(yaml, registry);
    }
}
