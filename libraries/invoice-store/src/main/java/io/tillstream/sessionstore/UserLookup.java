package io.tillstream.sessionstore;

import static io.tillstream.sessionstore.SummaryItems.text;

import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Looks up the sessions of a user, in the index that DynamoDB keeps of their summaries. */
final class UserLookup {

    /** Moments begin with a digit. */
    private static final String BEFORE_ALL = " ";

    private static final String AFTER_ALL = "~";

    private final SessionTables tables;
    private final DynamoDbClient client;

    UserLookup(SessionTables tables) {
        this.tables = tables;
        this.client = tables.dynamoDb();
    }

    Optional<SessionPage> find(UserId user, SessionSelection selection) {
        String from = selection.from() == null ? BEFORE_ALL : SessionPlace.textOf(selection.from());
        List<SessionSummary> oneMore = sessions(user, from, end(selection), selection.limit() + 2)
                .filter(session -> selection.shops().takes(session.session().shop()))
                .filter(session -> !SessionPlace.of(session).equals(selection.after()))
                .limit(selection.limit() + 1L)
                .toList();
        return oneMore.isEmpty() && !hasAny(user, selection.shops())
                ? Optional.empty()
                : Optional.of(SessionPage.of(oneMore, selection.limit()));
    }

    /** Where a page ended is before the end of the period, if it is of the same period. */
    private static String end(SessionSelection selection) {
        String to = selection.to() == null ? AFTER_ALL : SessionPlace.textOf(selection.to());
        return selection.after() == null || selection.after().text().compareTo(to) > 0
                ? to
                : selection.after().text();
    }

    private boolean hasAny(UserId user, ShopFilter shops) {
        return sessions(user, BEFORE_ALL, AFTER_ALL, SessionCalls.MAX_ACTIONS)
                .anyMatch(session -> shops.takes(session.session().shop()));
    }

    /** Newest first, a page at a time as they are taken; both bounds are included. */
    private Stream<SessionSummary> sessions(UserId user, String from, String to, int pageSize) {
        if (from.compareTo(to) > 0) {
            return Stream.empty();
        }
        Map<String, AttributeValue> values = Map.of(":user", text(user.value()), ":from", text(from), ":to", text(to));
        QueryRequest request = QueryRequest.builder()
                .tableName(tables.name())
                .indexName(SessionTables.BY_USER)
                .keyConditionExpression("#user = :user AND #started BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#user", SummaryItems.USER_ID, "#started", SummaryItems.STARTED))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(pageSize)
                .build();
        return client.queryPaginator(request).items().stream()
                .map(item -> SummaryItems.countedOf(item).summary());
    }
}
