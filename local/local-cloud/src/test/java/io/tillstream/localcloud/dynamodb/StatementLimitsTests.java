package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of statements, and of updates that reach into documents, is too much. */
class StatementLimitsTests {

    private static final String TOO_DEEP = "Nesting Levels have exceeded supported limits:"
            + " Attributes in the item have nested levels beyond supported limit";
    private static final String SELECT = "SELECT * FROM orders WHERE id = \\u0027a\\u0027";

    private final DynamoDb db = DynamoDb.ephemeral(Clock.systemUTC(), EntryFaults.NONE);
    private final Requests requests = new Requests(db);

    @BeforeEach
    void createTable() {
        requests.createOrders();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aLiteralHasThirtyTwoLevels() {
        requests.call("ExecuteStatement", "{'Statement': '%s'}".formatted(insert(31)));
        assertThat(refusal("ExecuteStatement", "'Statement': '%s'".formatted(insert(32))))
                .isEqualTo(TOO_DEEP);
    }

    @Test
    void anUpdateLeavesThirtyTwoLevels() {
        requests.call("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': 'a'}, 'm': %s}}".formatted(maps(20)));
        String update = "'TableName': 'orders', 'Key': {'id': {'S': 'a'}}, 'UpdateExpression': 'SET m%s = :v',"
                + " 'ExpressionAttributeValues': {':v': %s}";
        requests.call("UpdateItem", "{" + update.formatted(".n".repeat(19), maps(12)) + "}");
        assertThat(refusal("UpdateItem", update.formatted(".n".repeat(19), maps(13))))
                .isEqualTo(TOO_DEEP);
    }

    /** Other regions charge what an expression writes, which lets an item be some bytes smaller. */
    @Test
    void anUpdateIsSizedByTheItemItLeavesAsInTenOfThirtyThreeRegions() {
        String update = "'TableName': 'orders', 'Key': {'id': {'S': 'a'}}, 'UpdateExpression': 'SET t = :t',"
                + " 'ExpressionAttributeValues': {':t': {'S': '%s'}}";
        String full = "x".repeat(409_600 - "idat".length());
        requests.call("UpdateItem", "{" + update.formatted(full) + "}");
        assertThat(refusal("UpdateItem", update.formatted(full + "x")))
                .isEqualTo("Item size to update has exceeded the maximum allowed size");
        assertThat(refusal(
                        "TransactWriteItems", "'TransactItems': [{'Update': {" + update.formatted(full + "x") + "}}]"))
                .endsWith("[ValidationError]");
    }

    @Test
    void statementsAndTheirParametersAreLimitedInNumberAndLength() {
        assertThat(refusal("ExecuteStatement", "'Statement': '%s', 'Parameters': []".formatted(SELECT)))
                .endsWith("Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater"
                        + " than or equal to 1");
        assertThat(refusal("ExecuteStatement", "'Statement': '%s'".formatted(SELECT + " ".repeat(8192))))
                .endsWith("at 'statement' failed to satisfy constraint: Member must have length less than or equal to"
                        + " 8192");
        assertThat(refusal("BatchExecuteStatement", "'Statements': [%s]".formatted(statements(26))))
                .endsWith("Member must have length less than or equal to 25");
        assertThat(refusal("ExecuteTransaction", "'TransactStatements': [%s]".formatted(statements(101))))
                .endsWith("Member must have length less than or equal to 100");
        assertThat(refusal(
                        "ExecuteTransaction",
                        "'TransactStatements': [%s], 'ClientRequestToken': '%s'"
                                .formatted(statements(1), "x".repeat(37))))
                .endsWith("Member must have length less than or equal to 36");
    }

    @Test
    void statementsNestSoDeepAndAddSoMuch() {
        String select = "SELECT * FROM orders WHERE id = %s";
        String update = "UPDATE orders SET n = %s WHERE id = \\u0027b\\u0027";
        assertThat(List.of(
                        select.formatted("(".repeat(8000)),
                        select.formatted("size(".repeat(1500)),
                        update.formatted("(".repeat(8000)),
                        update.formatted("if_not_exists(n,".repeat(500)),
                        update.formatted("n" + "+n".repeat(4000)),
                        update.formatted("(".repeat(100) + "n" + "+n+n+n+n)".repeat(100))))
                .allSatisfy(statement -> assertThat(refusal("ExecuteStatement", "'Statement': '" + statement + "'"))
                        .endsWith("Unexpected term"));
    }

    private String refusal(String operation, String request) {
        return requests.refusal(operation, "{" + request + "}").message();
    }

    private static String insert(int lists) {
        return "INSERT INTO orders VALUE {\\u0027id\\u0027: \\u0027%d\\u0027, \\u0027l\\u0027: %s%s}"
                .formatted(lists, "[".repeat(lists), "1" + "]".repeat(lists));
    }

    private static String maps(int levels) {
        return "{'M': {'n': ".repeat(levels) + "{'S': 'leaf'}" + "}}".repeat(levels);
    }

    private static String statements(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "{'Statement': '%s'}".formatted(SELECT))
                .collect(Collectors.joining(", "));
    }
}
