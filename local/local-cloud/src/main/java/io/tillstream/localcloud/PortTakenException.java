package io.tillstream.localcloud;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another program listens on a port that was asked for. */
public final class PortTakenException extends IllegalStateException {

    private final int port;
    private final @Nullable String holder;

    PortTakenException(String what, int port, Throwable cause) {
        super("Port " + port + " for " + what + " is taken", cause);
        this.port = port;
        this.holder = null;
    }

    PortTakenException(String what, int port, String holder, Throwable cause) {
        super("Port " + port + " for " + what + " is taken by " + holder, cause);
        this.port = port;
        this.holder = holder;
    }

    public int port() {
        return port;
    }

    /** The process that has it, if that is one of these clouds. */
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }
}
