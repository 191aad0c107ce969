package io.tillstream.suite.attack;

import java.time.Duration;

/** Lets time pass, where that is the point. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        }
    }
}
