package io.tillstream.feeds;

import java.util.List;

/** A file of own fields that cannot be used; no program runs with it. Each fault is told so that it can be found. */
public final class BadFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    BadFieldsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
