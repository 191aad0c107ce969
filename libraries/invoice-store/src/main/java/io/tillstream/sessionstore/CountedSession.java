package io.tillstream.sessionstore;

/**
 * The summary of a session as it is stored.
 *
 * @param revision how often it has been put
 */
record CountedSession(SessionSummary summary, long revision) {

    /** Of a session that nothing was stored of. */
    static CountedSession begun(SessionSummary summary) {
        return new CountedSession(summary, 1);
    }

    /** To be put in place of this one. */
    CountedSession next(SessionSummary other) {
        return new CountedSession(other, revision + 1);
    }

    boolean isFirst() {
        return revision == 1;
    }
}
