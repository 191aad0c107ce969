package io.tillstream.localcloud.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.value.Items;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestExpressionsTests {

    private static final ExpressionKind CONDITION = ExpressionKind.CONDITION;
    private static final ExpressionKind UPDATE = ExpressionKind.UPDATE;

    @Test
    void usesEitherExpressionsOrTheOlderMembers() {
        Requests.assertRefused(
                "{'ConditionExpression':'attribute_exists(a)','Expected':{'a':{'Exists':false}}}",
                "Can not use both expression and non-expression parameters in the same request: Non-expression parameters:"
                        + " {Expected} Expression parameters: {ConditionExpression}",
                CONDITION);
        Requests.assertRefused(
                "{'UpdateExpression':'REMOVE a','AttributeUpdates':{'a':{'Action':'DELETE'}}}",
                "Can not use both expression and non-expression parameters in the same request: Non-expression parameters:"
                        + " {AttributeUpdates} Expression parameters: {UpdateExpression}",
                UPDATE,
                CONDITION);
        Requests.assertRefused(
                "{'KeyConditionExpression':'a = :a','QueryFilter':{},'KeyConditions':{}}",
                "Can not use both expression and non-expression parameters in the same request: Non-expression parameters:"
                        + " {QueryFilter, KeyConditions} Expression parameters: {KeyConditionExpression}",
                ExpressionKind.KEY_CONDITION,
                ExpressionKind.PROJECTION,
                ExpressionKind.FILTER);
    }

    @Test
    void wantsEverySubstitutionUsed() {
        Requests.assertRefused(
                "{'UpdateExpression':'SET a = :v','ExpressionAttributeValues':{':v':{'S':'x'},':u':{'S':'y'}}}",
                "Value provided in ExpressionAttributeValues unused in expressions: keys: {:u}",
                UPDATE);
        Requests.assertRefused(
                "{'UpdateExpression':'REMOVE a','ExpressionAttributeNames':{'#u':'u'}}",
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#u}",
                UPDATE);
        RequestExpressions both = Requests.read(
                "{'UpdateExpression':'SET #a = :v','ConditionExpression':'#b = :w','ExpressionAttributeNames':{'#a':'a','#b':'b'},"
                        + "'ExpressionAttributeValues':{':v':{'S':'x'},':w':{'S':'y'}}}",
                UPDATE,
                CONDITION);
        assertThat(both.update()).isNotNull();
        assertThat(both.condition()).isNotNull();
    }

    @Test
    void wantsWellFormedSubstitutionsAndAnExpressionForThem() {
        String condition = "{'ConditionExpression':'attribute_exists(a)',";
        Requests.assertRefused(
                condition + "'ExpressionAttributeValues':{}}",
                "ExpressionAttributeValues must not be empty",
                CONDITION);
        Requests.assertRefused(
                condition + "'ExpressionAttributeNames':{}}", "ExpressionAttributeNames must not be empty", CONDITION);
        Requests.assertRefused(
                condition + "'ExpressionAttributeNames':{'s':'status'}}",
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"s\"",
                CONDITION);
        Requests.assertRefused(
                condition + "'ExpressionAttributeValues':{'v':{'S':'x'}}}",
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"",
                CONDITION);
        Requests.assertRefused(
                "{'ExpressionAttributeValues':{':v':{'S':'x'}}}",
                "ExpressionAttributeValues can only be specified when using expressions",
                CONDITION);
        Requests.assertRefused(
                "{'ExpressionAttributeNames':{'#a':'a'}}",
                "ExpressionAttributeNames can only be specified when using expressions",
                CONDITION);
    }

    @Test
    void limitsAnExpressionTo4096Bytes() {
        String atTheLimit = "a = :v" + " AND a = :v".repeat(371) + " ".repeat(9);
        assertThat(atTheLimit).hasSize(4096);
        String over = "{'%s':'%s','ExpressionAttributeValues':{':v':{'S':'x'}}}";
        Requests.assertRefused(
                over.formatted("ConditionExpression", atTheLimit + "  "),
                "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4098",
                CONDITION);
        Requests.assertRefused(
                over.formatted("UpdateExpression", "SET a = :v" + " ".repeat(4096)),
                "Invalid UpdateExpression: Expression size has exceeded the maximum allowed size;",
                UPDATE);
        Requests.assertRefused(
                "{'ConditionExpression':''}",
                "Invalid ConditionExpression: The expression can not be empty;",
                CONDITION);
    }

    @Test
    void refusesEndlessNesting() {
        String deep = "(".repeat(2000) + "a = b" + ")".repeat(2000);
        assertThatThrownBy(() -> Requests.read(CONDITION, deep)).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> Requests.read(CONDITION, "NOT ".repeat(1000) + "a = b"))
                .hasMessageContaining("nested too deeply");
        for (String functions : List.of("f(".repeat(2000), "f(".repeat(1300) + "a" + ")".repeat(1300))) {
            assertThatThrownBy(() -> Requests.read(CONDITION, functions)).hasMessageContaining("nested too deeply");
            assertThatThrownBy(() -> Requests.read(UPDATE, "SET a = " + functions))
                    .hasMessageContaining("nested too deeply");
        }
    }

    @Test
    void wordsOfWritesAreThoseBeforeFaultsWereCountedInMid2026() {
        assertThatThrownBy(() -> Requests.read(CONDITION, "", ValueMessages.OLDER_WORDS))
                .hasMessage("Invalid ConditionExpression: The expression can not be empty;");
        assertThatThrownBy(() -> RequestExpressions.read(
                        Items.json("{'ExpressionAttributeValues':{':v':{'S':'a'}}}"),
                        ValueMessages.OLDER_WORDS,
                        CONDITION))
                .hasMessage("ExpressionAttributeValues can only be specified when using expressions:"
                        + " ConditionExpression is null");
    }

    @Test
    void namesTheValueThatIsAtFault() {
        assertThatThrownBy(() -> RequestExpressions.read(
                        Items.json("{'UpdateExpression':'SET a = :v','ExpressionAttributeValues':{':v':{'N':'abc'}}}"),
                        ValueMessages.OLDER,
                        UPDATE))
                .hasMessage("ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a"
                        + " numeric value: abc for key :v");
    }
}
