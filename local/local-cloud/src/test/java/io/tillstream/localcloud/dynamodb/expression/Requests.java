package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.value.Items;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The expressions of small requests, written with apostrophes for quotation marks. */
final class Requests {

    /** Values that the tests' expressions may use; a test names those it needs. */
    private static final String VALUES =
            "{':s':{'S':'abc'},':a':{'S':'a'},':z':{'S':'z'},':n':{'N':'5'},':m':{'N':'9'},':b':{'B':'AAE='},"
                    + "':t':{'BOOL':true},':null':{'NULL':true},':l':{'L':[{'S':'x'}]},':ss':{'SS':['a','b']},"
                    + "':ns':{'NS':['1']},':map':{'M':{}},':type':{'S':'SS'},':bad':{'S':'X'}}";

    private static final String NAMES = "{'#a':'a','#m':'m','#status':'status','#dot':'x.y'}";

    private Requests() {}

    static RequestExpressions read(ExpressionKind kind, String expression) {
        return read(kind, expression, ValueMessages.NEWER);
    }

    static RequestExpressions read(ExpressionKind kind, String expression, ValueMessages messages) {
        ObjectNode request = (ObjectNode) Items.json("{}");
        request.put(kind.member(), expression);
        used(expression, "ExpressionAttributeValues", VALUES, request);
        used(expression, "ExpressionAttributeNames", NAMES, request);
        return RequestExpressions.read(request, messages, kind);
    }

    static Condition condition(String expression) {
        return Objects.requireNonNull(read(ExpressionKind.CONDITION, expression).condition());
    }

    static Update update(String expression) {
        return Objects.requireNonNull(read(ExpressionKind.UPDATE, expression).update());
    }

    static Projection projection(String expression) {
        return Objects.requireNonNull(
                read(ExpressionKind.PROJECTION, expression).projection());
    }

    static KeyCondition key(String expression) {
        return Objects.requireNonNull(
                read(ExpressionKind.KEY_CONDITION, expression).key());
    }

    static RequestExpressions read(String request, ExpressionKind... kinds) {
        return RequestExpressions.read(Items.json(request), ValueMessages.NEWER, kinds);
    }

    static void assertRefused(ExpressionKind kind, String expression, String message) {
        assertThatThrownBy(() -> read(kind, expression))
                .isInstanceOf(AwsError.class)
                .hasMessage(kind.invalid(message));
    }

    static void assertRefused(String request, String message, ExpressionKind... kinds) {
        assertThatThrownBy(() -> read(request, kinds))
                .isInstanceOf(AwsError.class)
                .hasMessage(message);
    }

    private static void used(String expression, String member, String all, ObjectNode request) {
        ObjectNode used = (ObjectNode) Items.json("{}");
        Items.json(all).properties().forEach(entry -> {
            if (expression.matches("(?s).*" + entry.getKey() + "(?![a-zA-Z0-9_]).*")) {
                used.set(entry.getKey(), entry.getValue());
            }
        });
        if (!used.isEmpty()) {
            request.set(member, used);
        }
    }
}
