package io.tillstream.warehouse.analytics;

/** Whose events belong together. */
public enum EventUnit {
    /** A session of a shop; two shops may name theirs alike, and events without a session are of none. */
    SESSIONS("coalesce(store_id || chr(31), '') || session_id", "session_id IS NOT NULL"),
    /** A user of whatever shop, as it is with customers. */
    USERS("user_id", "user_id IS NOT NULL");

    private final String expression;
    private final String condition;

    EventUnit(String expression, String condition) {
        this.expression = expression;
        this.condition = condition;
    }

    String expression() {
        return expression;
    }

    /** Whether an event has one. */
    String condition() {
        return condition;
    }
}
