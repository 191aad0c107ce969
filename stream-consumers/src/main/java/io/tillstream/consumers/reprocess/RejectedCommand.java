package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.ExitCodes;
import io.tillstream.consumers.deliver.DeadRecord.Stage;
import io.tillstream.consumers.sink.Sink;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "rejected",
        description = {
            "Takes up what lies under rejected/, after what was wrong has been put right.",
            "Records that could not be decoded (stage decode) and can be by this release go through the stream again,"
                    + " once, for all sinks of their feed. Rows that a store refused (stage store) are given to that sink alone.",
            "What takes effect moves from rejected/ to reprocessed/; what still fails stays as it is, and is counted"
                    + " by its reason. Doing it twice, or again after it was cut short, changes nothing: a row counts"
                    + " once by its identity.",
            "A row that is wrong in itself never gets better: read it in its letter (the field bytes, in base64),"
                    + " correct it, and post it to the ingest API with its LineId."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCodes.UNREADABLE,
        exitCodeOnExecutionException = ExitCodes.NOT_FINISHED,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every letter was taken up",
            "1:wrong usage, or an object there is no letter",
            "2:some letters still fail",
            "3:gave up, or was interrupted"
        })
final class RejectedCommand implements Callable<Integer> {

    @ParentCommand
    private ReprocessCommand parent = new ReprocessCommand();

    @Option(
            names = "--sink",
            order = ReprocessOptions.TIME_FIRST - 1,
            paramLabel = "NAME",
            description =
                    "Only the letters of this sink: lake, invoices, warehouse or an added one; events-lake or its like of"
                            + " another feed than transactions.")
    private @Nullable String sink;

    @Option(names = "--stage", paramLabel = "STAGE", description = "Only what failed there: decode or store.")
    private @Nullable Stage stage;

    @Mixin
    private ReprocessOptions options = new ReprocessOptions();

    @Override
    public Integer call() throws IOException {
        TimeRange time = options.time();
        Set<Stage> stages = stage == null ? EnumSet.allOf(Stage.class) : EnumSet.of(stage);
        return parent.reprocess(options, (context, run) -> {
            SortedMap<String, Sink> sinks = context.sinks();
            return new RejectedReprocess(sinks, context.letters(), context.delivery(sinks, run), run)
                    .redeliver(chosen(sinks.keySet()), time, stages);
        });
    }

    private Set<String> chosen(Set<String> known) {
        if (sink == null) {
            return known;
        }
        String name = sink.toLowerCase(Locale.ROOT);
        options.require(known.contains(name), "--sink takes one of " + known + ", not " + sink);
        return Set.of(name);
    }
}
