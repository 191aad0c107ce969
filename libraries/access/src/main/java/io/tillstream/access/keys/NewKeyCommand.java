package io.tillstream.access.keys;

import io.tillstream.access.Scope;
import io.tillstream.model.StoreId;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        description = "Makes a key. Its entry for a list of keys goes to the output, the key itself to the terminal.",
        mixinStandardHelpOptions = true)
final class NewKeyCommand implements Callable<Integer> {

    @Option(names = "--id", required = true, description = "What to call it: letters, digits, points and hyphens.")
    private String id = "";

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            description = "What its holder may do: ingest:write, query:read, admin.")
    private List<String> scopes = List.of();

    @Option(names = "--store", description = "The only store its holder may speak for.")
    private @Nullable String store;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description =
                    "When it expires: after a time such as 90d, or at the start of a day (UTC) such as 2030-12-31.")
    private @Nullable String expires;

    @ParentCommand
    private KeyCommand parent = new KeyCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Set<Scope> allowed = new HashSet<>();
        for (String scope : scopes) {
            allowed.add(parent.scopes().named(scope).orElseThrow(() -> refused("there is no scope " + scope)));
        }
        try {
            StoreId bound = store == null ? null : new StoreId(store);
            Instant end = expires == null ? null : KeyEnd.after(expires, Instant.now());
            print(IssuedKey.random(id, allowed, bound, end));
            return 0;
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** The entry alone goes to the output, so that it can be appended to a file of keys. */
    private void print(IssuedKey issued) {
        PrintWriter terminal = spec.commandLine().getErr();
        terminal.println("The key, shown only this once and stored nowhere:");
        terminal.println(issued.key());
        PrintWriter out = spec.commandLine().getOut();
        issued.entry().forEach(out::println);
    }

    private ParameterException refused(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
