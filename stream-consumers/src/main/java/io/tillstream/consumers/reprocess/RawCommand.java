package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.ExitCodes;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.layout.Names;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "raw",
        description = {
            "Gives lines of the raw lake to the look-ups, to the warehouse, or to both: those that arrived within some"
                    + " hours, those of one bulk load, or all, which makes an empty table as full as it was.",
            "Writes neither the lake nor the stream. Lines that a target has already change nothing, so a range may"
                    + " be chosen wide, and the command be given again. Whole objects are taken, each of one hour."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCodes.UNREADABLE,
        exitCodeOnExecutionException = ExitCodes.NOT_FINISHED,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row was taken",
            "1:wrong usage, or the lake holds what is no row; the report says where",
            "2:a target refused some rows",
            "3:gave up, or was interrupted; the report says how to go on"
        })
final class RawCommand implements Callable<Integer> {

    @ParentCommand
    private ReprocessCommand parent = new ReprocessCommand();

    @Option(names = "--load", paramLabel = "ID", description = "The lines of this bulk load instead.")
    private @Nullable String load;

    @Option(names = "--all", description = "The whole lake instead: every bulk load, and all that was streamed.")
    private boolean all;

    @Option(
            names = "--targets",
            paramLabel = "NAME",
            split = ",",
            required = true,
            description = "Who gets them: invoices, warehouse, or invoices,warehouse; sessions, warehouse or"
                    + " sessions,warehouse of the feed events; or an added sink.")
    private Set<String> targets = new LinkedHashSet<>();

    @Option(names = "--feed", paramLabel = "NAME", description = "The feed (default: ${DEFAULT-VALUE}).")
    private String feed = Names.TRANSACTIONS;

    @Option(
            names = "--after",
            paramLabel = "KEY",
            defaultValue = "",
            description = "Go on after this object, as the report of an interrupted run says.")
    private String after = "";

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "4",
            description = "Objects at once (default: ${DEFAULT-VALUE}).")
    private int concurrency = 4;

    @Mixin
    private ReprocessOptions options = new ReprocessOptions();

    @Override
    public Integer call() throws IOException {
        options.require(concurrency >= 1 && concurrency <= 64, "--concurrency must be from 1 to 64");
        RawSelection selection = selection();
        return parent.reprocess(options, (context, run) -> {
            Feed chosen = options.taken(() -> context.feeds().named(layout().name()));
            SortedMap<String, Sink> sinks = context.sinks();
            RawRows rows = new RawRows(chosen.wireForm());
            Set<String> names = checked(sinks.values());
            return new RawReprocess(context.rawObjects(chosen), rows, names, context.delivery(sinks, run), run)
                    .redeliver(selection, after, concurrency);
        });
    }

    /** The names of the sinks that the targets are; of a target that is a type of sink, that of the feed. */
    private Set<String> checked(Collection<Sink> sinks) {
        List<String> known = sinks.stream()
                .filter(sink -> sink.feed().name().equals(layout().name()))
                .filter(Sink::takesRedelivery)
                .map(Sink::name)
                .toList();
        Set<String> names = targets.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> known.contains(name) ? name : layout().sink(name))
                .collect(Collectors.toSet());
        options.require(
                known.containsAll(names),
                "--targets may be " + String.join(" and ", known) + "; the lake has these rows");
        return names;
    }

    private RawSelection selection() {
        int given = (options.haveTime() ? 1 : 0) + (load == null ? 0 : 1) + (all ? 1 : 0);
        options.require(given == 1, "say what to take: a time by --from and --to, or --load ID, or --all");
        if (load != null) {
            options.require(load.matches("[A-Za-z0-9_.=-]+"), "--load must be the id of a bulk load");
            return RawSelection.load(layout(), load);
        }
        return all ? RawSelection.everything(layout()) : RawSelection.hours(layout(), options.time());
    }

    private FeedLayout layout() {
        return FeedLayout.of(options.taken(() -> new FeedName(feed)));
    }
}
