package io.tillstream.access.keys;

import io.tillstream.access.Scope;
import io.tillstream.model.StoreId;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Set<Scope> allowed = EnumSet.noneOf(Scope.class);
        for (String scope : scopes) {
            allowed.add(Scope.of(scope).orElseThrow(() -> refused("there is no scope " + scope)));
        }
        try {
            print(IssuedKey.random(id, allowed, store == null ? null : new StoreId(store)));
            return 0;
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** The entry alone goes to the output, so that it can be appended to a file of keys. */
    private void print(IssuedKey issued) {
        PrintWriter terminal = spec.commandLine().getErr();
        terminal.println("The key, shown this once and kept nowhere:");
        terminal.println(issued.key());
        PrintWriter out = spec.commandLine().getOut();
        issued.entry().forEach(out::println);
    }

    private ParameterException refused(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
