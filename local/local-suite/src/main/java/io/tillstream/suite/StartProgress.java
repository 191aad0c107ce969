package io.tillstream.suite;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Is told of the progress of a start, and says whether to go on.
 *
 * @param notices told, in a line each, of what had to be cleared away
 * @param stopping whether the process has been asked to end meanwhile
 */
record StartProgress(Consumer<String> notices, BooleanSupplier stopping) {

    /** Between two steps of a start. */
    void goOn() {
        if (stopping.getAsBoolean()) {
            throw new StoppedWhileStartingException();
        }
    }
}
