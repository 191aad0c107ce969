package io.tillstream.access.keys;

/** A key contradicts itself, or the service that is to know it. */
public final class UnusableKeyException extends IllegalArgumentException {

    private final String problem;
    private final String action;

    UnusableKeyException(String problem, String action) {
        super(problem + " " + action);
        this.problem = problem;
        this.action = action;
    }

    public String problem() {
        return problem;
    }

    /** What its maker is to do. */
    public String action() {
        return action;
    }
}
