package io.tillstream.bootstrap;

import io.tillstream.warehouse.schema.LocalWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code logins}: who may log in to the warehouse of the compose files, and by which password. */
@Command(
        name = "logins",
        description = "Makes passwords, and with them the logins of a PostgreSQL warehouse.",
        mixinStandardHelpOptions = true)
final class LoginsCommand implements Runnable {

    @Option(
            names = "--passwords",
            paramLabel = "FOLDER",
            defaultValue = "/passwords",
            description = "Where passwords lie, each in a folder of its own (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("passwords");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of: make-passwords, create, show?");
    }

    @Command(
            name = "make-passwords",
            description = "Makes a password for each login that has none yet.",
            mixinStandardHelpOptions = true)
    int makePasswords(
            @Parameters(
                            paramLabel = "LOGIN",
                            arity = "0..*",
                            description = "For whom (default: the administrator and all logins of the warehouse).")
                    List<String> logins)
            throws IOException {
        Passwords passwords = new Passwords(folder);
        for (String login : logins == null ? everybody() : logins) {
            boolean made = passwords.makeUnlessThere(login);
            say((made ? "Made a password for " : "There is a password for ") + login + ".");
        }
        return 0;
    }

    @Command(
            name = "create",
            description = "Creates the logins that are missing, each with its password and its rights.",
            mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--warehouse", paramLabel = "URL", required = true, description = "Its JDBC address.")
                    String url)
            throws IOException {
        Passwords passwords = new Passwords(folder);
        Map<String, String> known = new HashMap<>();
        for (String login : LocalWarehouse.LOGINS) {
            known.put(login, passwords.read(login));
        }
        String administrator = passwords.read(LocalWarehouse.ADMINISTRATOR);
        try {
            LocalWarehouse.createLogins(url, LocalWarehouse.ADMINISTRATOR, administrator, known);
        } catch (SQLException refused) {
            throw new IOException(
                    "the logins of the warehouse cannot be created: " + refused.getMessage()
                            + ". docs/operate/containers.md tells what to do about a warehouse with another"
                            + " administrator",
                    refused);
        }
        say("The logins of the warehouse are there.");
        return 0;
    }

    @Command(name = "show", description = "Prints the password of a login.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "LOGIN") String login) throws IOException {
        say(new Passwords(folder).read(login));
        return 0;
    }

    private static List<String> everybody() {
        return Stream.concat(Stream.of(LocalWarehouse.ADMINISTRATOR), LocalWarehouse.LOGINS.stream())
                .toList();
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
