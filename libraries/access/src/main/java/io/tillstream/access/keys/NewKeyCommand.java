package io.tillstream.access.keys;

import static java.util.stream.Collectors.toSet;

import io.tillstream.access.Scope;
import io.tillstream.access.rate.Rate;
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

    /** Rows a second of several visitors behind one address. */
    private static final long PER_ADDRESS = 20;

    /** As many seconds of rows may come at once, after a pause. */
    private static final long BURST = 10;

    @Option(names = "--id", required = true, description = "What to call it: letters, digits, points and hyphens.")
    private String id = "";

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            description = "What its holder may do: ingest:write, events:write, query:read, admin.")
    private List<String> scopes = List.of();

    @Option(names = "--store", description = "The only store its holder may speak for.")
    private @Nullable String store;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description =
                    "When it expires: after a time such as 90d, or at the start of a day (UTC) such as 2030-12-31.")
    private @Nullable String expires;

    @Option(
            names = "--origin",
            split = ",",
            description = "Makes it a public key, good only from pages of this origin, such as https://shop.example.")
    private List<String> origins = List.of();

    @Option(
            names = "--per-address",
            paramLabel = "ROWS",
            description =
                    "How many rows a second one client address may send with it; of a public key 20 unless given.")
    private @Nullable Long perAddress;

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
            Set<WebOrigin> pages = origins.stream().map(WebOrigin::new).collect(toSet());
            IssuedKey issued = IssuedKey.random(id, allowed, bound, end).boundTo(pages, rate());
            EntryRules.require(issued.stored(), parent.scopes());
            print(issued);
            return 0;
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Rate rate() {
        if (perAddress == null && origins.isEmpty()) {
            return null;
        }
        long perSecond = perAddress == null ? PER_ADDRESS : perAddress;
        return new Rate(perSecond, perSecond * BURST);
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
