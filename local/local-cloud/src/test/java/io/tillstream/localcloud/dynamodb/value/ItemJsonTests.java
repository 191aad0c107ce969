package io.tillstream.localcloud.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.protocol.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemJsonTests {

    private static final String OVERFLOW =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private static final String UNDERFLOW =
            "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private static final String NOT_NUMERIC = "The parameter cannot be converted to a numeric value";

    @ParameterizedTest
    @CsvSource({
        "0042.1200, 42.12",
        "-0, 0",
        "0e125, 0",
        "1.5E2, 150",
        "+7, 7",
        ".5, 0.5",
        "5., 5",
        "100, 100",
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "-0.000, 0"
    })
    void tellsNumbersInTheirPlainForm(String sent, String told) {
        assertThat(Items.text(Items.value("{'N':'" + sent + "'}"))).isEqualTo("{'N':'" + told + "'}");
    }

    @Test
    void refusesNumbersInTheWordsOfEitherLayer() {
        assertRefused("{'N':'abc'}", ValueMessages.OLDER_WORDS, NOT_NUMERIC + ": abc");
        assertRefused("{'N':''}", ValueMessages.NEWER, NOT_NUMERIC + ": ");
        assertRefused("{'N':''}", ValueMessages.OLDER, NOT_NUMERIC);
        assertRefused("{'N':'1e126'}", ValueMessages.NEWER, OVERFLOW);
        assertRefused("{'N':'1e-131'}", ValueMessages.NEWER, UNDERFLOW);
        assertRefused("{'N':'0e126'}", ValueMessages.NEWER, OVERFLOW);
        assertRefused("{'N':'1e99999999999'}", ValueMessages.NEWER, OVERFLOW);
        assertRefused("{'N':'1e2147483648'}", ValueMessages.OLDER_WORDS, OVERFLOW);
        assertRefused("{'N':'1e2147483647'}", ValueMessages.OLDER, UNDERFLOW);
        assertRefused("{'N':'1e-2147483648'}", ValueMessages.OLDER, NOT_NUMERIC + ": 1e-2147483648");
        assertRefused("{'N':'1.5e-2147483647'}", ValueMessages.OLDER, NOT_NUMERIC + ": 1.5e-2147483647");
        assertRefused("{'N':'1e2147483648'}", ValueMessages.OLDER, NOT_NUMERIC + ": 1e2147483648");
        assertRefused("{'N':'1e9223372036854775808'}", ValueMessages.NEWER, NOT_NUMERIC + ": 1e9223372036854775808");
        assertRefused(
                "{'N':'123456789012345678901234567890123456789'}",
                ValueMessages.NEWER,
                "Attempting to store more than 38 significant digits in a Number");
    }

    @ParameterizedTest
    @CsvSource({"' 1'", "'1 '", "0x10", "1e", "NaN", "Infinity", "1.2.3", "--1", "."})
    void refusesWhatIsNoNumber(String sent) {
        assertRefused("{'N':'" + sent + "'}", ValueMessages.NEWER, NOT_NUMERIC + ": " + sent);
    }

    @Test
    void keepsSetsInTheirOrder() {
        assertThat(Items.text(Items.value("{'SS':['b','','a']}"))).isEqualTo("{'SS':['','a','b']}");
        assertThat(Items.text(Items.value("{'NS':['10','9','-1']}"))).isEqualTo("{'NS':['-1','9','10']}");
        assertThat(Items.text(Items.value("{'BS':['/w==','AA==']}"))).isEqualTo("{'BS':['AA==','/w==']}");
    }

    @Test
    void showsTheMembersOfASetThatHasOneTwice() {
        String invalid = "One or more parameter values were invalid: ";
        assertRefused(
                "{'SS':['b','a','b']}",
                ValueMessages.NEWER,
                invalid + "Input collection [\"a\", \"b\", \"b\"] contains duplicates.");
        assertRefused(
                "{'SS':['b','a','b']}",
                ValueMessages.OLDER,
                invalid + "Input collection [b, a, b] contains duplicates.");
        assertRefused(
                "{'BS':['/w==','AA==','AA==']}",
                ValueMessages.NEWER,
                invalid + "Input collection [\"AA==\",\"/w==\",\"AA==\"]of type BS contains duplicates.");
        assertRefused(
                "{'BS':['/w==','AA==','AA==']}",
                ValueMessages.OLDER,
                invalid + "Input collection [/w==, AA==, AA==]of type BS contains duplicates.");
        assertRefused(
                "{'SS':['a','a']}",
                ValueMessages.OLDER_WORDS,
                invalid + "Input collection [a, a] contains duplicates.");
        assertRefused("{'NS':['2','1','2.0']}", ValueMessages.OLDER, "Input collection contains duplicates");
        assertRefused("{'NS':['2','2']}", ValueMessages.NEWER, invalid + "Input collection contains duplicates.");
    }

    @Test
    void refusesEmptySetsAndFalseNulls() {
        String invalid = "One or more parameter values were invalid: ";
        assertRefused("{'SS':[]}", ValueMessages.NEWER, invalid + "An string set  may not be empty");
        assertRefused("{'NS':[]}", ValueMessages.NEWER, invalid + "An number set  may not be empty");
        assertRefused("{'BS':[]}", ValueMessages.NEWER, invalid + "Binary sets should not be empty");
        assertRefused(
                "{'NULL':false}",
                ValueMessages.NEWER,
                invalid + "Null attribute value types must have the value of true");
    }

    @Test
    void wantsExactlyOneType() {
        assertRefused(
                "{}",
                ValueMessages.NEWER,
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        assertRefused(
                "{'S':'a','N':'1'}",
                ValueMessages.NEWER,
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported"
                        + " datatypes");
    }

    @Test
    void nests32LevelsAndNoMore() {
        assertThat(Items.value(nested(31))).isNotNull();
        assertRefused(
                nested(32),
                ValueMessages.NEWER,
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond"
                        + " supported limit");
    }

    @Test
    void tellsAnEmptyNameOfAnAttributeFirstAndOneInAMapLast() {
        String deep = nested(40);
        assertItemRefused("{'a':" + deep + ",'':{'S':'x'}}", "Empty attribute name");
        assertItemRefused("{'m':{'M':{'':{'S':'x'}}},'a':" + deep + "}", "Nesting Levels have exceeded");
        assertItemRefused("{'m':{'M':{'':{'S':'x'}}}}", "Empty attribute name");
    }

    @Test
    void tellsTheWrongKindOfJsonBeforeAnyValidation() {
        assertThatThrownBy(() -> Items.value("{'S':5}"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("SerializationException"))
                .hasMessage("NUMBER_VALUE cannot be converted to String");
    }

    private static String nested(int levels) {
        return "{'M':{'n':".repeat(levels) + "{'S':'leaf'}" + "}}".repeat(levels);
    }

    private static void assertRefused(String value, ValueMessages messages, String message) {
        assertThatThrownBy(() -> ItemJson.value(Items.json(value), messages))
                .isInstanceOf(AwsError.class)
                .hasMessage(message);
    }

    private static void assertItemRefused(String item, String start) {
        assertThatThrownBy(() -> Items.item(item)).isInstanceOf(AwsError.class).hasMessageStartingWith(start);
    }
}
