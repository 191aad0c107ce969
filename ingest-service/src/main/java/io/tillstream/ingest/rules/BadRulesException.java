package io.tillstream.ingest.rules;

import java.util.List;

/** Rules that cannot be used; the service does not start with them. Each fault is told so that it can be found. */
final class BadRulesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    BadRulesException(String fault) {
        this(List.of(fault));
    }

    BadRulesException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** The same, with the name of the rule in front. */
    BadRulesException of(String rule) {
        return new BadRulesException(
                faults.stream().map(fault -> "rule \"" + rule + "\": " + fault).toList());
    }

    List<String> faults() {
        return faults;
    }
}
