package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Items;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTests {

    private static final Item ITEM = Items.item(
            "{'s':{'S':'v'},'a':{'M':{'b':{'S':'bb'},'c':{'S':'cc'}}},'l':{'L':[{'S':'l0'},{'S':'l1'},{'S':'l2'}]}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s | {'s':{'S':'v'}}",
                "nope | {}",
                "a.b | {'a':{'M':{'b':{'S':'bb'}}}}",
                "a.b, a.c | {'a':{'M':{'b':{'S':'bb'},'c':{'S':'cc'}}}}",
                "a.nope, s.nope, l.nope | {}",
                "l[2], l[0] | {'l':{'L':[{'S':'l0'},{'S':'l2'}]}}",
                "l[7] | {}",
                "#a.b,s | {'a':{'M':{'b':{'S':'bb'}}},'s':{'S':'v'}}"
            })
    void keepsWhatIsWanted(String expression, String kept) {
        assertThat(Requests.projection(expression).apply(ITEM)).isEqualTo(Items.item(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!!! INVALID !!! | Syntax error; token: \"!\", near: \"!!\"",
                "a,, b | Syntax error; token: \",\", near: \",, b\"",
                "a[x] | Syntax error; token: \"x\", near: \"[x]\"",
                "s, status | Attribute name is a reserved keyword; reserved keyword: status",
                "#none | An expression attribute name used in the document path is not defined; attribute name: #none",
                "a, a.b | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
                "a, #a | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
                "l[0], l.x | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [l, [0]], path two: [l, x]"
            })
    void isRefused(String expression, String message) {
        Requests.assertRefused(ExpressionKind.PROJECTION, expression, message);
    }
}
