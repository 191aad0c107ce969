package io.tillstream.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadRulesTests {

    @Test
    void pointsAtThePlaceInAnExpression() {
        assertThat(faults("""
                - name: fine
                  mask: CustomerID
                - name: big-orders
                  when: country == 'EIRE' && quantiy > 5
                  drop: true
                """)).containsExactly("""
                        rule "big-orders": rules.yml, line 4: line 1, column 22 of the expression: \
                        undeclared reference to 'quantiy'
                            country == 'EIRE' && quantiy > 5
                                                 ^""");
    }

    @Test
    void pointsIntoExpressionsOfSeveralLines() {
        assertThat(fault("""
                - name: r
                  when: |
                    quantity > 5
                      && quantity + 'x'
                  drop: true
                """))
                .contains("line 2, column 15", "'(int, string)'\n      && quantity + 'x'\n                  ^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity >|1, column 11 of the expression: mismatched input",
                "quantity|of type int, not a condition (bool)",
                "quantity > '5'|no matching overload",
                "quantity == 2.5|no matching overload",
                "[1, 2].all(x, x > 1)|undeclared reference",
                "has(country.x)|undeclared reference",
                "duration('1s') == duration('2s')|undeclared reference",
                "type(1) == int|undeclared reference",
                "dyn(1) == 1|undeclared reference",
                "quantity in [6, 'six']|of one type",
                "description.matches(country)|column 21 of the expression: the pattern of matches must be written out",
                "matches(description, '(a')|column 22 of the expression: not a regular expression: missing closing )",
                "description.matches('((a{9}){9}){9}')|the pattern is too large",
                "((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))|recursion limit"
            })
    void refusesConditions(String condition, String message) {
        assertThat(fault("- {name: r, drop: true, when: \"" + condition + "\"}"))
                .startsWith("rule \"r\": rules.yml, line 1: ")
                .contains(message)
                .doesNotContain("candidates", "expecting", "container");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1 == 1 && ", "+1"})
    void refusesLongExpressions(String part) {
        assertThat(fault("- {name: r, drop: true, when: \"" + "1" + part.repeat(1_000) + "\"}"))
                .startsWith("rule \"r\"");
        assertThat(fault("- {name: r, drop: true, when: \"quantity > 1" + "+1".repeat(200) + "\"}"))
                .contains("limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mask: InvoiceNo|InvoiceNo is part of what identifies a line",
                "mask: lineId|lineId is part of what identifies a line",
                "hash: StockCode|StockCode is part of what identifies a line",
                "mask: Quantity|Quantity is part of the sums",
                "hash: UnitPrice|UnitPrice is part of the sums",
                "hash: InvoiceDate|InvoiceDate is part of the sums",
                "mask: Price|there is no field",
                "mask: [CustomerID]|one value is expected",
                "drop: true|without a when this would drop every row",
                "drop: yes, when: 'true'|drop can only be true",
                "when: 'true'|has one of drop, mask, hash and set",
                "mask: CustomerID, hash: Country|has one of drop, mask, hash and set",
                "maks: CustomerID|there is no \"maks\"",
                "mask: {a: b}|cannot hold keys with values",
                "set: yes|set holds names of attributes",
                "set: {}|set holds names of attributes",
                "set: {Big: 'true'}|\"Big\" is no name of an attribute",
                "set: {a: '[1]'}|not a text, number or bool",
                "set: {a: 'null'}|not a text, number or bool",
                "set: {a: '1u'}|not a text, number or bool",
                "set: {a: unknown}|undeclared reference to 'unknown'",
                "mask: Country, mask: Country|is given twice"
            })
    void refusesActions(String action, String message) {
        assertThat(fault("- {name: r, " + action + "}")).contains("rules.yml, line 1", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mask: event_id|event_id is part of what identifies a line",
                "mask: price|price is part of the sums; only user_id, user_session, category_code, brand, store_id can be",
                "hash: CustomerID|there is no field",
                "drop: true, when: quantity > 1|undeclared reference to 'quantity'",
                "drop: true, when: price == 'x'|no matching overload"
            })
    void refusesInRulesOfEventsWhatEventsDoNotHave(String action, String message) {
        assertThat(fault("- {name: r, feed: events, " + action + "}")).contains("rules.yml, line 1", message);
    }

    @Test
    void refusesRulesOfAFeedThatIsNotRun() {
        assertThat(fault("- {name: r, feed: parcels, mask: Country}"))
                .isEqualTo(
                        "rule \"r\": rules.yml, line 1: there is no feed \"parcels\"; there are transactions, events");
    }

    @Test
    void needsASecretToHash() {
        RuleText hash = new RuleText(
                "rules[0]",
                Map.of("name", new Written("r", "rules[0].name"), "hash", new Written("CustomerID", "here")),
                Map.of());
        assertThat(catchThrowableOfType(
                        BadRulesException.class,
                        () -> new RuleCompiler(Feeds.installed(), null).compile(List.of(hash))))
                .hasMessage("rule \"r\": here: hash needs a secret in tillstream.ingest.rules-secret");
    }

    @Test
    void refusesRulesThatDoNotGoTogether() {
        assertThat(fault("[{name: r, mask: Country}, {name: r, mask: StoreId}]"))
                .isEqualTo("there is more than one rule \"r\"");
        assertThat(fault(many(21, "{name: r%d, set: {a%d: '1'}}"))).isEqualTo("the rules set more than 20 attributes");
        assertThat(fault(many(101, "{name: r%d, mask: Country}"))).isEqualTo("there are more than 100 rules");
    }

    @Test
    void refusesRulesThatDoNotGoWithTheOwnFields() {
        OwnFields own = new OwnFields(List.of(flag("gift"), flag("online")), false);
        assertThat(faults("- {name: r, when: attributes.gifts, drop: true}", own)
                        .getFirst())
                .contains("undeclared reference to 'attributes", "there are attributes.gift, attributes.online");
        assertThat(faults("- {name: r, when: attributes.gift == 'yes', drop: true}", own)
                        .getFirst())
                .contains("no matching overload");
        assertThat(faults("- {name: r, set: {gift: 'true'}}", own).getFirst())
                .contains("rules.yml, line 1", "\"gift\" is a field that senders fill");
        assertThat(faults(many(19, "{name: r%d, set: {a%d: '1'}}"), own))
                .containsExactly("the rules set more than 18 attributes beside the 2 own fields");
        assertThat(fault("- {name: r, when: attributes.gift, drop: true}"))
                .contains("no fields are declared for transactions");
    }

    private static OwnField flag(String name) {
        return new OwnField(name, List.of(), new OwnType.Flag(), false, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask: Country", "name: '', mask: Country", "name: a b, mask: Country", "name: [a]"})
    void needsANameForEveryRule(String rule) {
        assertThat(fault("- {" + rule + "}")).startsWith("rules.yml, line 1: ");
    }

    @Test
    void namesEveryBadRule() {
        assertThat(faults("[{name: a, mask: X}, {name: b, when: x}, {name: c, mask: Country}]"))
                .hasSize(2)
                .allMatch(fault -> fault.startsWith("rule \"a\"") || fault.startsWith("rule \"b\""));
    }

    @Test
    void saysWhereAFileIsMalformed() {
        assertThat(fault("- name: r\n  mask: \"Country\n")).startsWith("rules.yml, line 3: not YAML");
        assertThat(fault("rules:\n- name: r")).contains("line 1: this is not a list of rules");
        assertThat(fault("- just a text")).contains("keys with values are expected here");
        Path missing = Path.of("no", "such", "rules.yml");
        assertThat(catchThrowableOfType(BadRulesException.class, () -> RuleFile.read(missing)))
                .hasMessageStartingWith(missing + ": cannot be read");
    }

    private static String many(int count, String rule) {
        return IntStream.range(0, count)
                .mapToObj(i -> rule.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String fault(String yaml) {
        return faults(yaml).getFirst();
    }

    private static List<String> faults(String yaml) {
        return faults(yaml, OwnFields.NONE);
    }

    private static List<String> faults(String yaml, OwnFields own) {
        return catchThrowableOfType(
                        BadRulesException.class, () -> WrittenRules.compile(yaml, own, new SimpleMeterRegistry()))
                .faults();
    }
}
