package io.tillstream.localcloud.faults;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one call.
 *
 * @param delay how long it is held up first
 * @param refusal how it then fails; absent when it is let through
 */
public record FaultDecision(Duration delay, @Nullable Fault refusal) {

    static final FaultDecision UNDISTURBED = new FaultDecision(Duration.ZERO, null);

    public Optional<Fault.Kind> failure() {
        return Optional.ofNullable(refusal).map(Fault::kind);
    }
}
