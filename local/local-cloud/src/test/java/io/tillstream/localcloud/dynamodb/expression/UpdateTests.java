package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Items;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTests {

    private static final String BEFORE =
            "{'n':{'N':'10'},'s':{'S':'old'},'l':{'L':[{'S':'a'},{'S':'b'},{'S':'c'}]},'m':{'M':{'k':{'S':'v'}}},'ss':{'SS':['b','c']}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET x = :a | x | {'S':'a'}",
                "SET n = n + :n | n | {'N':'15'}",
                "SET n = (n - :n) | n | {'N':'5'}",
                "SET n = :n - n | n | {'N':'-5'}",
                "SET n = if_not_exists(n, :n) - :m | n | {'N':'1'}",
                "SET x = if_not_exists(x, n) | x | {'N':'10'}",
                "SET l = list_append(l, :l) | l | {'L':[{'S':'a'},{'S':'b'},{'S':'c'},{'S':'x'}]}",
                "SET l = list_append(:l, l) | l | {'L':[{'S':'x'},{'S':'a'},{'S':'b'},{'S':'c'}]}",
                "SET x = list_append(if_not_exists(x, :l), :l) | x | {'L':[{'S':'x'},{'S':'x'}]}",
                "SET l[1] = :z | l | {'L':[{'S':'a'},{'S':'z'},{'S':'c'}]}",
                "SET l[9] = :z, l[7] = :a | l | {'L':[{'S':'a'},{'S':'b'},{'S':'c'},{'S':'a'},{'S':'z'}]}",
                "SET m.x = :a, m.k = :z | m | {'M':{'k':{'S':'z'},'x':{'S':'a'}}}",
                "SET #m.#dot = :a | m | {'M':{'k':{'S':'v'},'x.y':{'S':'a'}}}",
                "REMOVE l[0], l[2] | l | {'L':[{'S':'b'}]}",
                "REMOVE l[0] SET l[1] = :z | l | {'L':[{'S':'z'},{'S':'c'}]}",
                "REMOVE m.nope | m | {'M':{'k':{'S':'v'}}}",
                "REMOVE m.k | m | {'M':{}}",
                "ADD n :n | n | {'N':'15'}",
                "ADD x :n | x | {'N':'5'}",
                "ADD ss :ss | ss | {'SS':['a','b','c']}",
                "DELETE ss :ss | ss | {'SS':['c']}",
                "set s = :a add x :n | s | {'S':'a'}"
            })
    void changesAnAttribute(String expression, String attribute, String after) {
        Item before = Items.item(BEFORE);
        Item updated = Requests.update(expression).apply(before);
        assertThat(updated.get(attribute)).isEqualTo(Items.value(after));
        assertThat(before).isEqualTo(Items.item(BEFORE));
    }

    @Test
    void computesAllFromTheItemAsItWas() {
        Item updated = Requests.update("SET s = :a, x = s REMOVE n").apply(Items.item(BEFORE));
        assertThat(updated.get("x")).isEqualTo(Items.value("{'S':'old'}"));
        assertThat(updated.get("s")).isEqualTo(Items.value("{'S':'a'}"));
        assertThat(updated.has("n")).isFalse();
    }

    @Test
    void leavesNoEmptySet() {
        assertThat(Requests.update("DELETE ss :ss").apply(Items.item("{'ss':{'SS':['a']},'k':{'S':'k'}}")))
                .isEqualTo(Items.item("{'k':{'S':'k'}}"));
    }

    @Test
    void tellsTheChangedPartOnly() {
        Update update = Requests.update("SET m.x = :a, l[1] = :z REMOVE n");
        Item before = Items.item(BEFORE);
        assertThat(update.changedPart(before)).isEqualTo(Items.item("{'l':{'L':[{'S':'b'}]},'n':{'N':'10'}}"));
        assertThat(update.changedPart(update.apply(before)))
                .isEqualTo(Items.item("{'m':{'M':{'x':{'S':'a'}}},'l':{'L':[{'S':'z'}]}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET x = nope | The provided expression refers to an attribute that does not exist in the item",
                "SET x = s + :n | An operand in the update expression has an incorrect data type",
                "SET x = list_append(s, :l) | An operand in the update expression has an incorrect data type",
                "ADD s :n | An operand in the update expression has an incorrect data type",
                "DELETE n :ss | An operand in the update expression has an incorrect data type",
                "SET nope.x = :a | The document path provided in the update expression is invalid for update",
                "SET s.x = :a | The document path provided in the update expression is invalid for update",
                "SET m[0] = :a | The document path provided in the update expression is invalid for update",
                "SET l[9].x = :a | The document path provided in the update expression is invalid for update",
                "REMOVE nope.x | The document path provided in the update expression is invalid for update"
            })
    void cannotBeCarriedOut(String expression, String message) {
        assertThatThrownBy(() -> Requests.update(expression).apply(Items.item(BEFORE)))
                .isInstanceOf(AwsError.class)
                .hasMessage(message);
    }

    @Test
    void keepsTo38DigitsAndTheRange() {
        assertThatThrownBy(() -> sum("9.9e125", "9.9e125")).hasMessageStartingWith("Number overflow.");
        assertThatThrownBy(() -> sum("1e40", "1")).hasMessageContaining("more than 38 significant digits");
        assertThat(sum("99999999999999999999999999999999999999", "1").get("n")).isEqualTo(Items.value("{'N':'1e38'}"));
    }

    private static Item sum(String one, String other) {
        RequestExpressions request = Requests.read(
                "{'UpdateExpression':'SET n = :x + :y','ExpressionAttributeValues':{':x':{'N':'" + one
                        + "'},':y':{'N':'" + other + "'}}}",
                ExpressionKind.UPDATE);
        return Objects.requireNonNull(request.update()).apply(Item.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID SYNTAX HERE | Syntax error; token: \"INVALID\", near: \"INVALID SYNTAX\"",
                "SET a | Syntax error; token: \"<EOF>\", near: \"a\"",
                "SET s = n + :n + :m | Syntax error; token: \"+\", near: \":n + :m\"",
                "ADD n s | Syntax error; token: \"s\", near: \"n s\"",
                "SET a = :a SET b = :a | The \"SET\" section can only be used once in an update expression;",
                "SET m = :a, m.k = :z | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m], path two: [m, k]",
                "SET m.k = :a REMOVE m[0] | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, k], path two: [m, [0]]",
                "ADD n :a | Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "DELETE n :n | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
                "SET n = n + :a | Incorrect operand type for operator or function; operator or function: +, operand type: S",
                "SET n = list_append(l, :a) | Incorrect operand type for operator or function; operator or function: list_append, operand type: S",
                "SET n = if_not_exists(:n, :n) | Operator or function requires a document path; operator or function: if_not_exists",
                "SET n = list_append(l) | Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1",
                "SET n = size(s) | The function is not allowed in an update expression; function: size",
                "SET n = foo(s) | Invalid function name; function: foo",
                "SET data = :none | Attribute name is a reserved keyword; reserved keyword: data",
                "SET n = :none, x = #none | An expression attribute name used in the document path is not defined; attribute name: #none",
                "SET n = :none | An expression attribute value used in expression is not defined; attribute value: :none"
            })
    void isRefused(String expression, String message) {
        Requests.assertRefused(ExpressionKind.UPDATE, expression, message);
    }
}
