package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Item ITEM = Items.item("{'s':{'S':'abc'},'n':{'N':'5.0'},'b':{'B':'AAEC'},'t':{'BOOL':true},"
            + "'l':{'L':[{'S':'x'},{'M':{'k':{'N':'9'}}}]},'m':{'M':{'k':{'S':'z'}}},'ss':{'SS':['b','a']},"
            + "'x.y':{'S':'a'},'nil':{'NULL':true}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s = :s",
                "n = :n",
                "n < :m",
                ":m >= n",
                "s > :a and s < :z",
                "absent <> :a",
                "NOT absent = :a",
                "n BETWEEN :n AND :m",
                "s in (:a, :s)",
                "attribute_exists(m.k)",
                "attribute_not_exists(m.nope)",
                "attribute_exists(l[1].k)",
                "l[1].k = :m",
                "attribute_type(ss, :type)",
                "begins_with(s, :a)",
                "begins_with(b, :b)",
                "contains(s, :a)",
                "contains(ss, :a)",
                "not contains(l, :a)",
                "contains(b, :b)",
                "size(s) < :n",
                "size(l) < size(s)",
                "size(ss) < :n",
                "#dot = :a",
                "#m.k = :z",
                "ss = :ss",
                "t = :t",
                "nil = :null",
                "(s = :a OR n = :n) AND t = :t",
                "s = :a OR s = :z OR s = :s",
                "(s) = (:s)",
                "NOT (s = :a)",
                "not not s = :s",
                "s = :s AND NOT n = :m",
                "attribute_exists ( s )"
            })
    void holds(String expression) {
        assertThat(Requests.condition(expression).holds(ITEM)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absent = :a",
                "absent < :m",
                "s < :n",
                "size(n) < :m",
                "size(absent) < :m",
                "n BETWEEN :m AND :m",
                "absent BETWEEN :n AND :m",
                "s in (:a, :z)",
                "attribute_exists(s.k)",
                "attribute_exists(l[2])",
                "begins_with(n, :a)",
                "begins_with(s, :b)",
                "contains(s, :n)",
                "contains(ss, :n)",
                "s = :s AND n = :m",
                "s = :a OR s = :s AND n = :m",
                "NOT s = :s OR n = :m",
                "ss = :s"
            })
    void doesNotHold(String expression) {
        assertThat(Requests.condition(expression).holds(ITEM)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = = b | Syntax error; token: \"=\", near: \"= = b\"",
                "INVALID SYNTAX HERE | Syntax error; token: \"SYNTAX\", near: \"INVALID SYNTAX HERE\"",
                "s | Syntax error; token: \"<EOF>\", near: \"s\"",
                "s = | Syntax error; token: \"<EOF>\", near: \"=\"",
                "!!! x | Syntax error; token: \"!\", near: \"!!\"",
                "s = :s) | Syntax error; token: \")\", near: \":s)\"",
                "((s = :s)) | The expression has redundant parentheses;",
                "((s)) = :s | The expression has redundant parentheses;",
                "foo(s) | Invalid function name; function: foo",
                "list_append(l, :l) = l | The function is not allowed in a condition expression; function: list_append",
                "size(s) | The function is not allowed to be used this way in an expression; function: size",
                "s = contains(s, :a) | The function is not allowed to be used this way in an expression; function: contains",
                "status = :s | Attribute name is a reserved keyword; reserved keyword: status",
                "a.Names = :s | Attribute name is a reserved keyword; reserved keyword: Names",
                "#none = :s | An expression attribute name used in the document path is not defined; attribute name: #none",
                "s = :none | An expression attribute value used in expression is not defined; attribute value: :none",
                "size(s, n) = :n | Incorrect number of operands for operator or function; operator or function: size, number of operands: 2",
                "contains(#a, #a) | The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a]",
                "l[1].a = l[1].a | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [l, [1], a]",
                "attribute_exists(:s) | Operator or function requires a document path; operator or function: attribute_exists",
                "begins_with(s, :n) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "s < :t | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
                "s BETWEEN :t AND :t | Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL",
                "attribute_type(s, :bad) | Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
                "attribute_type(s, :n) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N",
                "size(:n) = :n | Incorrect operand type for operator or function; operator or function: size, operand type: N",
                "n BETWEEN :m AND :n | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {N:5}",
                "n BETWEEN :n AND :s | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:abc}"
            })
    void isRefused(String expression, String message) {
        Requests.assertRefused(ExpressionKind.CONDITION, expression, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "((status = :none)) | The expression has redundant parentheses;",
                "foo(status) | Invalid function name; function: foo",
                "s = size(s) AND size(s) = :none AND status = :s | Attribute name is a reserved keyword; reserved keyword: status",
                "s = :none AND begins_with(s, :n) | An expression attribute value used in expression is not defined; attribute value: :none",
                "begins_with(s, :n) AND s = :none | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"
            })
    void tellsTheFirstOfSeveralFaults(String expression, String message) {
        Requests.assertRefused(ExpressionKind.FILTER, expression, message);
    }

    @Test
    void sizeOfAStringCountsUtf16UnitsAsNewerSourcesDo() {
        Item accentAndClef = Items.item("{'s':{'S':'\\u00e9\\ud834\\udd1e'},'units':{'N':'3'}}");
        assertThat(Requests.condition("size(s) = units").holds(accentAndClef)).isTrue();
    }
}
