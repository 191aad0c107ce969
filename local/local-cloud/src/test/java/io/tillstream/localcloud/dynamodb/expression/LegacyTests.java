package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Items;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members that were there before expressions. */
class LegacyTests {

    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final Item ITEM =
            Items.item("{'s':{'S':'hello'},'n':{'N':'5'},'t':{'BOOL':true},'ss':{'SS':['a','b']}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'s':{'Value':{'S':'hello'}} | true",
                "'s':{'Exists':true,'Value':{'S':'other'}} | false",
                "'x':{'Exists':false} | true",
                "'s':{'Exists':false} | false",
                "'s':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'S':'he'}]} | true",
                "'s':{'ComparisonOperator':'CONTAINS','Value':{'S':'ell'}} | true",
                "'ss':{'ComparisonOperator':'CONTAINS','Value':{'S':'a'}} | true",
                "'s':{'ComparisonOperator':'NOT_CONTAINS','Value':{'S':'ell'}} | false",
                "'n':{'ComparisonOperator':'GT','AttributeValueList':[{'N':'4'}]} | true",
                "'n':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'6'},{'N':'9'}]} | false",
                "'n':{'ComparisonOperator':'IN','AttributeValueList':[{'N':'1'},{'N':'5'}]} | true",
                "'t':{'ComparisonOperator':'EQ','AttributeValueList':[{'BOOL':true}]} | true",
                "'x':{'ComparisonOperator':'NULL'} | true",
                "'x':{'ComparisonOperator':'NOT_NULL'} | false",
                "'x':{'ComparisonOperator':'NE','AttributeValueList':[{'N':'1'}]} | true"
            })
    void expects(String expected, boolean holds) {
        assertThat(condition("{'Expected':{" + expected + "}}").holds(ITEM)).isEqualTo(holds);
    }

    @Test
    void joinsConditionsByAndUnlessToldOtherwise() {
        String both = "'Expected':{'s':{'Exists':false},'n':{'Value':{'N':'5'}}}";
        assertThat(condition("{" + both + "}").holds(ITEM)).isFalse();
        assertThat(condition("{" + both + ",'ConditionalOperator':'AND'}").holds(ITEM))
                .isFalse();
        assertThat(condition("{" + both + ",'ConditionalOperator':'OR'}").holds(ITEM))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Exists':true} | Value must be provided when Exists is true for Attribute: a",
                "{} | Value must be provided when Exists is null for Attribute: a",
                "{'Exists':false,'Value':{'S':'x'}} | Value cannot be used when Exists is false for Attribute: a",
                "{'Value':{'S':'x'},'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]} | Value and AttributeValueList cannot be used together for Attribute: a",
                "{'ComparisonOperator':'EQ'} | Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a",
                "{'AttributeValueList':[{'S':'x'}]} | AttributeValueList can only be used with a ComparisonOperator for Attribute: a",
                "{'Exists':true,'ComparisonOperator':'NULL'} | Exists and ComparisonOperator cannot be used together for Attribute: a",
                "{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'S':'x'}]} | Invalid number of argument(s) for the BETWEEN ComparisonOperator",
                "{'ComparisonOperator':'LT','AttributeValueList':[{'BOOL':true}]} | ComparisonOperator LT is not valid for BOOL AttributeValue type",
                "{'ComparisonOperator':'IN','AttributeValueList':[{'S':'x'},{'N':'1'}]} | AttributeValues inside AttributeValueList must be of same type"
            })
    void refusesExpectations(String expectation, String message) {
        Requests.assertRefused("{'Expected':{'a':" + expectation + "}}", INVALID + message, ExpressionKind.CONDITION);
    }

    @Test
    void refusesAConditionalOperatorWithoutSeveralConditions() {
        Requests.assertRefused(
                "{'ConditionalOperator':'AND'}",
                "ConditionalOperator cannot be used without Filter or Expected",
                ExpressionKind.CONDITION);
        Requests.assertRefused(
                "{'ConditionalOperator':'AND','ScanFilter':{'a':{'ComparisonOperator':'NULL'}}}",
                "ConditionalOperator can only be used when Filter or Expected has two or more elements",
                ExpressionKind.FILTER);
        Requests.assertRefused(
                "{'ConditionalOperator':'XOR','ScanFilter':{'a':{'ComparisonOperator':'NULL'},'b':{'ComparisonOperator':'NULL'}}}",
                "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]",
                ExpressionKind.FILTER);
    }

    @Test
    void queriesByKeyConditions() {
        String pk = "'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'p'}]}";
        KeyCondition key = Requests.read(
                        "{'KeyConditions':{" + pk
                                + ",'sk':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'S':'al'}]}}}",
                        ExpressionKind.KEY_CONDITION)
                .key();
        KeyMatch match = Objects.requireNonNull(key)
                .on(List.of(new KeyAttribute("pk", "S")), List.of(new KeyAttribute("sk", "S")));
        assertThat(match.partition()).containsExactly(new Value.Text("p"));
        assertThat(match.sort()).hasSize(1);
        Requests.assertRefused(
                "{'KeyConditions':{'pk':{'ComparisonOperator':'NULL'}}}",
                "Attempted conditional constraint is not an indexable operation",
                ExpressionKind.KEY_CONDITION);
    }

    @Test
    void updatesAttributes() {
        Update update = Objects.requireNonNull(Requests.read(
                        "{'AttributeUpdates':{'s':{'Value':{'S':'new'}},'n':{'Action':'ADD','Value':{'N':'2'}},"
                                + "'t':{'Action':'DELETE'},'ss':{'Action':'DELETE','Value':{'SS':['a']}},"
                                + "'l':{'Action':'ADD','Value':{'L':[{'S':'x'}]}}}}",
                        ExpressionKind.UPDATE)
                .update());
        assertThat(update.apply(ITEM))
                .isEqualTo(Items.item("{'s':{'S':'new'},'n':{'N':'7'},'ss':{'SS':['b']},'l':{'L':[{'S':'x'}]}}"));
        Requests.assertRefused(
                "{'AttributeUpdates':{'a':{'Action':'PUT'}}}",
                INVALID + "Only DELETE action is allowed when no attribute value is specified",
                ExpressionKind.UPDATE);
        Requests.assertRefused(
                "{'AttributeUpdates':{'a':{'Action':'ADD','Value':{'S':'x'}}}}",
                INVALID + "ADD action is not supported for the type S",
                ExpressionKind.UPDATE);
    }

    @Test
    void projectsWholeAttributes() {
        assertThat(Objects.requireNonNull(Requests.read("{'AttributesToGet':['s','x']}", ExpressionKind.PROJECTION)
                                .projection())
                        .apply(ITEM))
                .isEqualTo(Items.item("{'s':{'S':'hello'}}"));
        Requests.assertRefused(
                "{'AttributesToGet':['a','a']}",
                INVALID + "Duplicate value in attribute name: a",
                ExpressionKind.PROJECTION);
    }

    @Test
    void requiresNamesAndFlagsOfTheRightKind() {
        Requests.assertRefused(
                "{'AttributesToGet':['a',1]}", "NUMBER_VALUE cannot be converted to String", ExpressionKind.PROJECTION);
        Requests.assertRefused(
                "{'Expected':{'a':{'Exists':'x'}}}",
                "STRING_VALUE cannot be converted to Boolean",
                ExpressionKind.CONDITION);
    }

    private static Condition condition(String request) {
        return Objects.requireNonNull(
                Requests.read(request, ExpressionKind.CONDITION).condition());
    }
}
