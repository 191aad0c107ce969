package io.tillstream.ingest.rules;

/** A rule could not be computed for a line; the reason quotes nothing of it. Has no stack trace, as it may be usual. */
final class RuleFailure extends Exception {

    private static final long serialVersionUID = 1;

    RuleFailure(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
