package io.tillstream.producer.generate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code generate}. */
@Command(
        name = "generate",
        description = {
            "Generates a file of rows with the form and the quirks of a real data set: transactions as those of Online"
                    + " Retail, events as those of a cosmetics shop on the web.",
            "The same rows, seed and days give the same CSV, byte for byte, on every JDK."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = 1)
public final class GenerateCommand implements Callable<Integer> {

    private static final SortedMap<String, RowGenerator> GENERATORS =
            new TreeMap<>(Map.of("transactions", new TradeGenerator(), "events", new EventGenerator()));

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            defaultValue = "transactions",
            description = "What the rows are, transactions or events (default: ${DEFAULT-VALUE}).")
    private String feed = "transactions";

    @Option(names = "--rows", paramLabel = "N", required = true, description = "How many rows.")
    private long rows;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "A file named .csv or .csv.gz, for transactions also .xlsx.")
    private Path out = Path.of("");

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description =
                    "Of events: writes categories and brands not into the rows, but into this file, by product_id.")
    private @Nullable Path items;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "A different seed gives different rows (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "DAY",
            description = "The first day (default: 2024-12-01, of events 2019-10-01).")
    private @Nullable LocalDate start;

    @Option(names = "--days", paramLabel = "N", description = "How many days (default: 374, of events 152).")
    private @Nullable Integer days;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Encoding of CSV, such as windows-1252 (default: ${DEFAULT-VALUE}).")
    private Charset encoding = StandardCharsets.UTF_8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RowGenerator generator = GENERATORS.get(feed);
        if (generator == null) {
            throw wrong("--feed takes one of " + String.join(", ", GENERATORS.keySet()) + ", not \"" + feed + "\"");
        }
        if (rows < 1 || (days != null && days < 1)) {
            throw wrong("--rows and --days take numbers of at least 1");
        }
        try {
            generator.write(generation(generator));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            spec.commandLine().getErr().println(out + " cannot be written: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%,d rows in %s", rows, out)
                        + (items == null ? "" : ", their products in " + items));
        return 0;
    }

    private Generation generation(RowGenerator generator) {
        return new Generation(
                rows,
                seed,
                start == null ? generator.usualStart() : start,
                days == null ? generator.usualDays() : days,
                new GeneratedFile(out, encoding),
                items == null ? null : new GeneratedFile(items, encoding));
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
