package io.tillstream.access.keys;

import picocli.CommandLine.Command;

/** The command {@code key}, which starts nothing and keeps nothing. */
@Command(
        name = "key",
        description = "Makes keys for callers of the services.",
        mixinStandardHelpOptions = true,
        subcommands = NewKeyCommand.class)
public final class KeyCommand {}
