package io.tillstream.localcloud.kinesis;

import java.time.Instant;

/** The change that a stream goes through, and when it ends. */
record StreamChange(String status, Instant end) {

    static final String CREATING = "CREATING";
    static final String UPDATING = "UPDATING";
    static final String ACTIVE = "ACTIVE";

    static final StreamChange NONE = new StreamChange(ACTIVE, Instant.MIN);

    String statusAt(Instant now) {
        return now.isBefore(end) ? status : ACTIVE;
    }
}
