package io.tillstream.sessionstore;

import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Looks up a session. */
final class SessionLookup {

    private final SessionTables tables;
    private final DynamoDbClient client;

    SessionLookup(SessionTables tables) {
        this.tables = tables;
        this.client = tables.dynamoDb();
    }

    FoundSession find(SessionId id, EventSelection selection) {
        List<ShopSession> found = client.queryPaginator(SessionQueries.summaries(tables, id)).items().stream()
                .map(item -> SummaryItems.countedOf(item).summary().session())
                .filter(session -> selection.shops().takes(session.shop()))
                .toList();
        return switch (found.size()) {
            case 0 -> new FoundSession.None();
            case 1 -> EventPages.page(found.getFirst(), events(found.getFirst()), selection);
            default -> EventPages.several(found);
        };
    }

    private Stream<ShopEvent> events(ShopSession session) {
        return client.queryPaginator(SessionQueries.events(tables, session)).items().stream()
                .map(item -> EventItems.storedOf(session, item).event());
    }
}
