package io.tillstream.sessionstore;

import static io.tillstream.sessionstore.SummaryItems.text;

import io.tillstream.model.SessionId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What is asked of the table for a session: always what is stored at this moment. */
final class SessionQueries {

    private SessionQueries() {}

    /** For all events of a session. */
    static QueryRequest events(SessionTables tables, ShopSession session) {
        return beginningWith(tables, session.id(), SessionKeys.eventsOf(session.shop()));
    }

    /** For the summaries of all shops' sessions of that id. */
    static QueryRequest summaries(SessionTables tables, SessionId id) {
        return beginningWith(tables, id, SessionKeys.SUMMARIES);
    }

    private static QueryRequest beginningWith(SessionTables tables, SessionId id, String prefix) {
        return QueryRequest.builder()
                .tableName(tables.name())
                .keyConditionExpression("#session = :session AND begins_with(#place, :prefix)")
                .expressionAttributeNames(Map.of("#session", SessionKeys.SESSION, "#place", SessionKeys.PLACE))
                .expressionAttributeValues(Map.of(":session", text(id.value()), ":prefix", text(prefix)))
                .consistentRead(true)
                .build();
    }
}
