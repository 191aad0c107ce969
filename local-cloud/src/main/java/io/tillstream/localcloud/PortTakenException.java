package io.tillstream.localcloud;

/** Another program listens on a port that was asked for. */
public final class PortTakenException extends IllegalStateException {

    private final int port;

    PortTakenException(String what, int port, Throwable cause) {
        super("Port " + port + " for " + what + " is taken", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
