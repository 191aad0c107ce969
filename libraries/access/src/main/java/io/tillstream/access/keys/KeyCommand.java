package io.tillstream.access.keys;

import io.tillstream.access.Scopes;
import picocli.CommandLine.Command;

/** The command {@code key}, which starts nothing and keeps nothing. */
@Command(
        name = "key",
        description = "Makes keys for callers of the services.",
        mixinStandardHelpOptions = true,
        subcommands = NewKeyCommand.class)
public final class KeyCommand {

    private final Scopes scopes;

    /** Knows the scopes that every service knows. */
    public KeyCommand() {
        this(Scopes.BUILT_IN);
    }

    /** @param scopes what keys may have */
    public KeyCommand(Scopes scopes) {
        this.scopes = scopes;
    }

    Scopes scopes() {
        return scopes;
    }
}
