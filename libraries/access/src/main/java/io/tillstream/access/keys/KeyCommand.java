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

    /** What keys may have. */
    private final Scopes scopes = Scopes.installed();

    Scopes scopes() {
        return scopes;
    }
}
