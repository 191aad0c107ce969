package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.KeyCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyConditionTests {

    private static final List<KeyAttribute> PK = List.of(new KeyAttribute("pk", "S"));
    private static final List<KeyAttribute> SK = List.of(new KeyAttribute("sk", "S"));
    private static final List<KeyAttribute> THREE =
            List.of(new KeyAttribute("a1", "S"), new KeyAttribute("a2", "S"), new KeyAttribute("a3", "S"));
    private static final byte[] PARTITION = {7, (byte) 0xFF};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pk = :a | a,ab,abc,b,z",
                "pk = :a AND sk = :s | abc",
                "pk = :a AND sk < :s | a,ab",
                "sk <= :s AND pk = :a | a,ab,abc",
                "(pk = :a) AND (sk > :s) | b,z",
                "(pk = :a AND (sk > :s)) | b,z",
                "pk = :a AND :s <= sk | abc,b,z",
                "pk = :a AND sk BETWEEN :s AND :z | abc,b,z",
                "pk = :a AND begins_with(sk, :a) | a,ab,abc"
            })
    void findsAStretchOfTheSortKey(String expression, String found) {
        KeyMatch match = Requests.key(expression).on(PK, SK);
        assertThat(match.partition()).containsExactly(new Value.Text("a"));
        assertThat(within(match.range(PARTITION), "a", "ab", "abc", "b", "z")).isEqualTo(found);
    }

    private static String within(EntryRange range, String... keys) {
        return String.join(
                ",",
                Stream.of(keys)
                        .filter(key -> range.contains(KeyTest.joined(PARTITION, KeyCodec.encode(new Value.Text(key)))))
                        .toList());
    }

    @Test
    void findsAStretchOfASortKeyInSeveralParts() {
        KeyMatch match = Requests.key("a2 > :a AND pk = :s AND a1 = :z").on(PK, THREE);
        byte[] first = KeyTest.joined(PARTITION, KeyCodec.encode(new Value.Text("z")));
        EntryRange range = match.range(PARTITION);
        assertThat(range.from()).startsWith(first).isNotEqualTo(first);
        assertThat(range.to()).isEqualTo(EntryRange.behind(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pk = :a AND a1 = :a AND a3 = :a | RANGE key attributes a2 must have equality conditions specified in the query because a condition is present on key attribute a3",
                "pk = :a AND a1 > :a AND a2 = :a | RANGE key attributes a1 must have equality conditions specified in the query because a condition is present on key attribute a2",
                "pk = :a AND a2 = :a | RANGE key attributes a1 must have equality conditions specified in the query because a condition is present on key attribute a2"
            })
    void leavesNoGapInASortKeyOfSeveralParts(String expression, String message) {
        assertRefused(expression, message, THREE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sk = :a | Query condition missed key schema element: pk",
                "extra = :a | Query condition missed key schema element: pk",
                "pk = :a AND extra = :a | Query condition missed key schema element: sk",
                "pk > :a | Query key condition not supported",
                "pk = :n | One or more parameter values were invalid: Condition parameter type does not match schema type",
                "pk = :a AND sk = :t | One or more parameter values were invalid: Condition parameter type does not match schema type",
                "pk = :a AND sk = :s AND extra = :a | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)"
            })
    void mustFitTheKey(String expression, String message) {
        assertRefused(expression, message, SK);
    }

    private static void assertRefused(String expression, String message, List<KeyAttribute> sort) {
        assertThatThrownBy(() -> Requests.key(expression).on(PK, sort))
                .isInstanceOf(AwsError.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pk = :a OR sk = :a | Invalid operator used in KeyConditionExpression: OR",
                "NOT pk = :a | Invalid operator used in KeyConditionExpression: NOT",
                "pk IN (:a) | Invalid operator used in KeyConditionExpression: IN",
                "pk <> :a | Invalid operator used in KeyConditionExpression: <>",
                "attribute_exists(pk) | Invalid operator used in KeyConditionExpression: attribute_exists",
                "pk = sk | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
                ":a = :s | Invalid condition in KeyConditionExpression: No key attribute specified"
            })
    void asksNothingButWhatAKeyCanAnswer(String expression, String message) {
        assertThatThrownBy(() -> Requests.key(expression)).hasMessage(message);
    }

    @Test
    void tellsWhatIsWrongWithTheExpression() {
        ExpressionKind key = ExpressionKind.KEY_CONDITION;
        Requests.assertRefused(
                key, "pk = :a AND sk.x = :a", "KeyConditionExpressions cannot have conditions on nested attributes");
        Requests.assertRefused(
                key,
                "pk = :a AND sk > :a AND sk < :z",
                "KeyConditionExpressions must only contain one condition per key");
        Requests.assertRefused(
                key,
                "pk = :a AND :t >= sk",
                "Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL");
    }

    @Test
    void refusesRedundantParenthesesAsNewerSourcesDo() {
        Requests.assertRefused(
                ExpressionKind.KEY_CONDITION, "(pk = :a) AND ((sk > :s))", "The expression has redundant parentheses;");
    }
}
