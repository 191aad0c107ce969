package io.tillstream.sessionstore;

import static io.tillstream.model.EventType.CART;
import static io.tillstream.model.EventType.VIEW;
import static io.tillstream.sessionstore.SessionEvents.at;
import static io.tillstream.sessionstore.SessionEvents.later;
import static io.tillstream.sessionstore.SessionEvents.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.storecalls.StoreActivity;
import io.tillstream.storecalls.StoreSettings;
import io.tillstream.storecalls.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbSessionStoreIT implements SessionStoreContract {

    private static LocalCloud cloud;
    private static DynamoDbClient client;
    private static DynamoDbSessionStore store;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
        client = DynamoDbClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        new SessionTables(client).createMissing();
        new SessionTables(client).createMissing();
        store = store("Sessions");
    }

    @AfterEach
    void liftFaults() {
        cloud.faults().lift("dynamodb");
    }

    @AfterAll
    static void stop() {
        client.close();
        cloud.close();
    }

    @Override
    public SessionWriter writer() {
        return store;
    }

    @Override
    public SessionReader reader() {
        return store;
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttling", "conflicts", "errors", "partial"})
    void countsEveryEventOnceWhateverBecomesOfItsCalls(String kind) {
        String session = unique();
        List<ShopEvent> events = IntStream.range(0, 300)
                .mapToObj(i -> at(session, "e" + i % 200, VIEW, i % 200, "1"))
                .toList();
        cloud.faults().set("dynamodb", fault(kind).seeded(7));
        for (int i = 0; i < 300; i += 20) {
            store.add(events.subList(i, i + 20));
        }
        cloud.faults().lift("dynamodb");
        assertThat(one(session).events()).hasSize(200);
        assertThat(one(session).summary()).isEqualTo(stored(session).summary());
    }

    private static Fault fault(String kind) {
        return switch (kind) {
            case "throttling" -> Fault.throttling(0.5);
            case "conflicts" -> Fault.conflicts(0.02).on("TransactWriteItems");
            case "partial" -> Fault.partial(0.5).on("BatchGetItem");
            default -> Fault.errors(0.5).on("TransactWriteItems");
        };
    }

    /** However many events there are: what was stored is never read again to count on. */
    @Test
    void countsOnFromWhatIsStoredAlone() {
        String session = unique();
        DynamoDbSessionStore store = store("Sessions");
        for (int i = 0; i < 30; i++) {
            int first = 99 * i;
            store.add(IntStream.range(first, first + 99)
                    .mapToObj(event -> at(session, "e" + event, VIEW, event, "1"))
                    .toList());
        }
        assertThat(stored(session).summary().events()).isEqualTo(2_970);
        assertThat(store.activity().calls(StoreActivity.Call.WRITE_SESSIONS)).isEqualTo(30);
        assertThat(store.activity().calls(StoreActivity.Call.READ_LINES)).isZero();
        assertThat(store.activity().lines()).isEqualTo(2_970);
    }

    @Test
    void readsASessionOnceMoreWhenItsFirstEventStopsCounting() {
        String session = unique();
        DynamoDbSessionStore store = store("Sessions");
        ShopEvent counts = at(session, "1", CART, 100, "1");
        store.add(
                List.of(later(at(session, "1", VIEW, 0, "1"), Duration.ofSeconds(1)), at(session, "2", VIEW, 50, "1")));
        store.add(List.of(counts));
        assertThat(store.activity().calls(StoreActivity.Call.READ_LINES)).isOne();
        assertThat(store.activity().otherVersions()).isOne();
        assertThat(stored(session).summary()).isEqualTo(one(session).summary());
    }

    @Test
    void tellsAnOutageFromAnError() {
        ShopEvent event = at(unique(), "1", VIEW, 0, "1");
        cloud.faults().set("dynamodb", Fault.unavailable());
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.add(List.of(event)));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.session(new SessionId("x"), EventSelection.first()));
    }

    @Test
    void refusesNothingOfATableWithOtherKeys() {
        client.createTable(table -> table.tableName("other-keys")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
        DynamoDbSessionStore store = store("other-keys");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.add(List.of(at(unique(), "1", VIEW, 0, "1"))));
    }

    private static DynamoDbSessionStore store(String table) {
        return new DynamoDbSessionStore(
                new SessionTables(client, table), new StoreSettings(2, 8, 0, Duration.ofSeconds(2)));
    }

    private static CountedSession stored(String session) {
        return SummaryItems.countedOf(client.getItem(get -> get.tableName("Sessions")
                        .key(SummaryItems.keyOf(new ShopSession(new SessionId(session), null)))
                        .consistentRead(true))
                .item());
    }

    private static FoundSession.One one(String session) {
        return (FoundSession.One) store.session(new SessionId(session), EventSelection.first());
    }
}
