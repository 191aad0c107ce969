package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillstream.localcloud.dynamodb.value.Items;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements in PartiQL, from the request to the reply. */
class StatementsTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DynamoDb database;

    @BeforeEach
    void open() {
        database = DynamoDb.ephemeral(Clock.systemUTC(), EntryFaults.NONE);
        call(
                "CreateTable",
                "{'TableName':'Trips','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
                        + "{'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'city','AttributeType':'S'},{'AttributeName':'price','AttributeType':'N'}],"
                        + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'sk','KeyType':'RANGE'}],"
                        + "'GlobalSecondaryIndexes':[{'IndexName':'by-city','KeySchema':[{'AttributeName':'city','KeyType':'HASH'}],'Projection':{'ProjectionType':'KEYS_ONLY'}}],"
                        + "'LocalSecondaryIndexes':[{'IndexName':'by-price','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'price','KeyType':'RANGE'}],'Projection':{'ProjectionType':'KEYS_ONLY'}}]}");
        for (int i = 1; i <= 3; i++) {
            execute("INSERT INTO Trips VALUE {'pk':'a','sk':" + i + ",'city':'x','price':" + (10 - i) + ",'note':'n" + i
                    + "'}");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private JsonNode call(String operation, String request) {
        return MAPPER.readTree(
                MAPPER.writeValueAsBytes(database.call(operation, AwsRequest.ofJson(Items.json(request)))));
    }

    private JsonNode execute(String statement) {
        return call("ExecuteStatement", "{'Statement':'" + escaped(statement) + "'}");
    }

    /** Statements have apostrophes of their own. */
    private static String escaped(String statement) {
        return statement.replace("'", "\\u0027").replace("\"", "\\u0022");
    }

    private List<String> sortKeys(String statement) {
        List<String> keys = new ArrayList<>();
        execute(statement)
                .get("Items")
                .forEach(item -> keys.add(item.get("sk").get("N").stringValue()));
        return keys;
    }

    @Test
    void selectsByKeyConditionAndOrder() {
        assertThat(sortKeys("SELECT * FROM Trips WHERE pk = 'a'")).containsExactly("1", "2", "3");
        assertThat(sortKeys("SELECT * FROM Trips WHERE pk = 'a' AND sk > 1 ORDER BY sk DESC"))
                .containsExactly("3", "2");
        assertThat(sortKeys("SELECT * FROM Trips WHERE pk IN ['a','b'] AND note = 'n2'"))
                .containsExactly("2");
        assertThat(sortKeys("SELECT * FROM Trips WHERE pk = 'a' AND NOT sk = 1 OR pk = 'a' AND sk = 2"))
                .containsExactly("2", "3");
        assertThat(sortKeys("SELECT sk FROM Trips WHERE note = 'n3'")).containsExactly("3");
        assertThat(sortKeys("SELECT * FROM Trips WHERE pk = 'b'")).isEmpty();
    }

    @Test
    void readsIndexes() {
        assertThat(execute("SELECT * FROM \"Trips\".\"by-city\" WHERE city = 'x'")
                        .get("Items")
                        .get(0)
                        .propertyNames())
                .containsExactlyInAnyOrder("pk", "sk", "city");
        assertThat(execute("SELECT note FROM \"Trips\".\"by-price\" WHERE pk = 'a' AND price = 9")
                        .get("Items")
                        .toString())
                .isEqualTo("[{\"note\":{\"S\":\"n1\"}}]");
        assertThat(sortKeys("SELECT * FROM \"Trips\".\"by-price\" WHERE pk = 'a'"))
                .containsExactly("3", "2", "1");
    }

    @Test
    void goesOnWithTheTokenOfTheSameStatement() {
        String select = "'Statement':'" + escaped("SELECT * FROM Trips WHERE pk = 'a'") + "'";
        JsonNode first = call("ExecuteStatement", "{" + select + ",'Limit':2}");
        String token = first.get("NextToken").stringValue();
        JsonNode second = call("ExecuteStatement", "{" + select + ",'NextToken':'" + token + "'}");
        assertThat(first.get("Items")).hasSize(2);
        assertThat(second.get("Items")).hasSize(1);
        assertThat(second.has("NextToken")).isFalse();
        assertThatThrownBy(() ->
                        call("ExecuteStatement", "{'Statement':'SELECT * FROM Trips','NextToken':'" + token + "'}"))
                .isInstanceOf(AwsError.class);
    }

    @Test
    void writesAndTellsWhatIsAskedFor() {
        assertThat(execute("UPDATE Trips SET note = 'new' WHERE pk = 'a' AND sk = 1")
                        .get("Items"))
                .isEmpty();
        assertThat(execute("UPDATE Trips SET note = 'newer' WHERE pk = 'a' AND sk = 1 RETURNING MODIFIED OLD *")
                        .get("Items")
                        .toString())
                .isEqualTo("[{\"note\":{\"S\":\"new\"}}]");
        assertThat(execute("UPDATE Trips REMOVE note WHERE pk = 'a' AND sk = 1 RETURNING MODIFIED NEW *")
                        .get("Items"))
                .isEmpty();
        assertThat(execute("DELETE FROM Trips WHERE pk = 'a' AND sk = 2 RETURNING ALL OLD *")
                        .get("Items"))
                .hasSize(1);
        assertThat(execute("DELETE FROM Trips WHERE pk = 'a' AND sk = 2 AND note = 'any'")
                        .get("Items"))
                .isEmpty();
        assertThat(sortKeys("SELECT * FROM Trips WHERE pk = 'a'")).containsExactly("1", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT INTO Trips VALUE {'pk':'a','sk':1} | DuplicateItemException | Duplicate primary key exists in table",
                "UPDATE Trips SET note = 'z' WHERE pk = 'a' AND sk = 9 | ConditionalCheckFailedException | The conditional request failed",
                "UPDATE Trips SET note = 'z' WHERE pk = 'a' AND sk = 1 AND note = 'q' | ConditionalCheckFailedException | The conditional request failed",
                "DELETE FROM Trips WHERE pk = 'a' AND sk = 1 AND note = 'q' | ConditionalCheckFailedException | The conditional request failed",
                "DELETE FROM Trips WHERE pk = 'a' | ValidationException | Where clause does not contain a mandatory equality on all key attributes",
                "SELECT * FROM Nowhere | ResourceNotFoundException | Requested resource not found",
                "SELECT * FROM Trips.nowhere | ValidationException | The table does not have the specified index",
                "SELECT note, none FROM Trips.\"by-city\" WHERE city = 'x' | ValidationException | One or more parameter values were invalid: Global secondary index by-city does not project [note, none]",
                "SELECT pk FROM Trips.\"by-price\" WHERE pk = 'a' AND NOT note = 'x' | ValidationException | One or more parameter values were invalid: Secondary index by-price does not project one or more filter attributes: [note]",
                "SELECT * FROM Trips WHERE pk = 'a' AND sk BETWEEN 1 AND '5' | ValidationException | One or more parameter values were invalid: Condition parameter type does not match schema type",
                "SELECT * FROM Trips WHERE note = 'x' ORDER BY sk | ValidationException | Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause."
            })
    void isRefused(String statement, String code, String message) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo(code))
                .hasMessage(message);
    }

    @Test
    void answersEachStatementOfABatch() {
        JsonNode responses = call(
                        "BatchExecuteStatement",
                        "{'Statements':[{'Statement':'" + escaped("SELECT * FROM Trips WHERE pk = 'a' AND sk = 1")
                                + "'},{'Statement':'" + escaped("SELECT * FROM Trips WHERE pk = 'a'")
                                + "'},{'Statement':'" + escaped("INSERT INTO Trips VALUE {'pk':'a','sk':1}")
                                + "'},{'Statement':'SLECT'}]}")
                .get("Responses");
        assertThat(responses.get(0).get("Item").get("note").get("S").stringValue())
                .isEqualTo("n1");
        assertThat(responses.get(1))
                .isEqualTo(Items.json("{'Error':{'Code':'ValidationError','Message':'Select statements within"
                        + " BatchExecuteStatement must specify the primary key in the where clause.'}}"));
        assertThat(responses.get(2).get("TableName").stringValue()).isEqualTo("Trips");
        assertThat(responses.get(2).get("Error").get("Code").stringValue()).isEqualTo("DuplicateItem");
        assertThat(responses.get(3).get("Error").get("Message").stringValue()).endsWith("Expected data manipulation");
    }

    @Test
    void existsIsForTransactionsOnly() {
        String exists = "EXISTS(SELECT * FROM Trips WHERE pk = 'a' AND sk = 1 AND note = 'n1')";
        String message = "EXISTS() is only supported in ExecuteTransaction";
        assertThatThrownBy(() -> execute(exists)).isInstanceOf(AwsError.class).hasMessage(message);
        assertThat(call("BatchExecuteStatement", "{'Statements':[{'Statement':'" + escaped(exists) + "'}]}")
                        .get("Responses")
                        .get(0))
                .isEqualTo(Items.json("{'Error':{'Code':'ValidationError','Message':'" + message + "'}}"));
    }

    @Test
    void aBatchTellsTheUnitsOfTableAndIndexes() {
        JsonNode reply = call(
                "BatchExecuteStatement",
                "{'ReturnConsumedCapacity':'INDEXES','Statements':[{'Statement':'"
                        + escaped("INSERT INTO Trips VALUE {'pk':'b','sk':1,'city':'x','price':1}")
                        + "'},{'Statement':'" + escaped("INSERT INTO Trips VALUE {'pk':'b','sk':2,'city':'x'}")
                        + "'},{'Statement':'" + escaped("SELECT * FROM Trips WHERE pk = 'a' AND sk = 1") + "'}]}");
        assertThat(reply.get("ConsumedCapacity"))
                .isEqualTo(Items.json("[{'TableName':'Trips','CapacityUnits':5.5,'Table':{'CapacityUnits':2.5},"
                        + "'GlobalSecondaryIndexes':{'by-city':{'CapacityUnits':2.0}},"
                        + "'LocalSecondaryIndexes':{'by-price':{'CapacityUnits':1.0}}}]"));
    }

    private JsonNode transact(String... statements) {
        StringBuilder members = new StringBuilder();
        for (String statement : statements) {
            members.append(members.isEmpty() ? "" : ",")
                    .append("{'Statement':'")
                    .append(escaped(statement))
                    .append("'}");
        }
        return call("ExecuteTransaction", "{'TransactStatements':[" + members + "]}");
    }

    @Test
    void carriesOutATransactionWholeOrNotAtAll() {
        assertThat(transact(
                                "UPDATE Trips SET note = 'both' WHERE pk = 'a' AND sk = 1",
                                "INSERT INTO Trips VALUE {'pk':'c','sk':1}",
                                "EXISTS(SELECT * FROM Trips WHERE pk = 'a' AND sk = 2 AND note = 'n2')")
                        .get("Responses"))
                .isEmpty();
        assertThatThrownBy(() -> transact(
                        "UPDATE Trips SET note = 'none' WHERE pk = 'a' AND sk = 2",
                        "INSERT INTO Trips VALUE {'pk':'c','sk':1}"))
                .isInstanceOf(AwsError.class)
                .hasMessageStartingWith("Transaction cancelled");
        JsonNode read = transact(
                        "SELECT * FROM Trips WHERE pk = 'a' AND sk = 1",
                        "SELECT note FROM Trips WHERE pk = 'a' AND sk = 2")
                .get("Responses");
        assertThat(read.get(0).get("Item").get("note").get("S").stringValue()).isEqualTo("both");
        assertThat(read.get(1)).isEqualTo(Items.json("{'Item':{'note':{'S':'n2'}}}"));
    }

    @Test
    void aTransactionTellsTheSameColumnsAsTheStatementByItself() {
        execute("UPDATE Trips SET box = {'size':1,'lid':'red'} WHERE pk = 'a' AND sk = 1");
        String select = "SELECT box.size, box, note FROM Trips WHERE pk = 'a' AND sk = 1";
        JsonNode alone = execute(select).get("Items").get(0);
        assertThat(alone.propertyNames()).containsExactlyInAnyOrder("size", "box", "note");
        assertThat(transact(select).get("Responses").get(0).get("Item")).isEqualTo(alone);
    }

    @Test
    void tellsTheItemThatFailsItsConditionIfAsked() {
        String statement =
                "'Statement':'" + escaped("UPDATE Trips SET note = 'z' WHERE pk = 'a' AND sk = 1 AND note = 'q'") + "'";
        String telling = "{" + statement + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}";
        assertThatThrownBy(() -> call("ExecuteStatement", telling))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error -> assertThat(error.members().get("Item"))
                                .asString()
                                .contains("n1"));
        assertThatThrownBy(() -> call("ExecuteStatement", "{" + statement + "}"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.members()).isEmpty());
        assertThat(reasons("{'TransactStatements':[" + telling + "]}")).contains("n1");
        assertThat(reasons("{'TransactStatements':[{" + statement + "}]}")).doesNotContain("n1");
    }

    private String reasons(String transaction) {
        AwsError error = catchThrowableOfType(AwsError.class, () -> call("ExecuteTransaction", transaction));
        return String.valueOf(error.members().get("CancellationReasons"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "UPDATE Trips SET note = 'z' WHERE pk = 'a' AND sk = 1 RETURNING ALL NEW * | RETURNING clause is not supported in ExecuteTransaction.",
                "SELECT * FROM Trips WHERE pk = 'a' | Select statements within ExecuteTransaction must specify the primary key in the where clause.",
                "SELECT * FROM Trips.\"by-city\" WHERE city = 'x' | Reads on indices are not supported within transactions.",
                "EXISTS(SELECT * FROM Trips WHERE pk = 'a' AND sk = 1) | EXISTS() must contain a single item read with additional condition"
            })
    void refusesWhatNoTransactionCanDo(String statement, String message) {
        assertThatThrownBy(() -> transact(statement))
                .isInstanceOf(AwsError.class)
                .hasMessage("Validation failed in TransactStatements[0]: " + message);
    }
}
