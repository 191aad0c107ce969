package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Writes until it is killed, and says of each write that it was acknowledged: {@code FOLDER TABLE}. */
final class KillVictim {

    /** The items that a transaction writes. */
    static final int PARTS = 4;

    private static final int THREADS = 8;
    private static final int BATCH = 25;

    private final Requests requests;
    private final String table;
    private final int thread;

    private KillVictim(Requests requests, String table, int thread) {
        this.requests = requests;
        this.table = table;
        this.thread = thread;
    }

    public static void main(String[] args) {
        DynamoDb db = DynamoDb.open(Path.of(args[0]), Clock.systemUTC(), EntryFaults.NONE);
        Requests requests = new Requests(db);
        JsonNode before = requests.call("ListTables", "{}").get("TableNames");
        before.forEach(name -> requests.call("DeleteTable", "{'TableName': %s}".formatted(name)));
        requests.call("CreateTable", """
                {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]}""".formatted(args[1]));
        for (int thread = 0; thread < THREADS; thread++) {
            KillVictim victim = new KillVictim(requests, args[1], thread);
            Thread.ofPlatform().start(victim::write);
        }
    }

    private void write() {
        for (int n = 1; ; n++) {
            String id = thread + "-" + n;
            putOne(id);
            putBatch(id);
            putTogether(id);
            count(n);
        }
    }

    private void putOne(String id) {
        requests.call("PutItem", "{'TableName': '%s', 'Item': {'id': {'S': '%s'}, %s}}".formatted(table, id, text()));
        acknowledge("item", id);
    }

    private void putBatch(String id) {
        String puts = IntStream.range(0, BATCH)
                .mapToObj(i -> "{'PutRequest': {'Item': {'id': {'S': '%s-b%d'}, %s}}}".formatted(id, i, text()))
                .collect(Collectors.joining(", "));
        requests.call("BatchWriteItem", "{'RequestItems': {'%s': [%s]}}".formatted(table, puts));
        for (int i = 0; i < BATCH; i++) {
            acknowledge("item", id + "-b" + i);
        }
    }

    private void putTogether(String id) {
        String puts = IntStream.range(0, PARTS)
                .mapToObj(i -> """
                        {'Put': {'TableName': '%s',
                         'Item': {'id': {'S': '%s-t%d'}, 'transaction': {'S': '%s'}, %s}}}""".formatted(table, id, i, id, text()))
                .collect(Collectors.joining(", "));
        requests.call("TransactWriteItems", "{'TransactItems': [%s]}".formatted(puts));
        acknowledge("transaction", id);
    }

    private void count(int n) {
        requests.call("UpdateItem", """
                {'TableName': '%s', 'Key': {'id': {'S': 'counter-%d'}}, 'UpdateExpression': 'ADD n :one',
                 'ExpressionAttributeValues': {':one': {'N': '1'}}}""".formatted(table, thread));
        acknowledge("counter-" + thread, Integer.toString(n));
    }

    /** The point at the end says that the line is whole. */
    private static void acknowledge(String what, String id) {
        System.out.println(what + " " + id + " .");
    }

    private static String text() {
        return "'text': {'S': '%s'}".formatted("x".repeat(300));
    }
}
