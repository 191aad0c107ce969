package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.model.layout.SinkName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "rejected",
        description = {
            "Takes up what lies under rejected/, after what was wrong has been put right.",
            "Records that could not be decoded (stage decode) and can be by this release go through the stream again,"
                    + " once, for all sinks. Rows that a store refused (stage store) are given to that sink alone.",
            "What takes effect moves from rejected/ to reprocessed/; what still fails stays as it is, and is counted"
                    + " by its reason. Doing it twice, or again after it was cut short, changes nothing: a row counts"
                    + " once by its identity.",
            "A row that is wrong in itself never gets better: read it in its letter (the field bytes, in base64),"
                    + " correct it, and post it to the ingest API with its LineId."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = Report.UNREADABLE,
        exitCodeOnExecutionException = Report.NOT_FINISHED,
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
            paramLabel = "NAME",
            description = "Only the letters of this sink: lake, invoices or warehouse.")
    private @Nullable SinkName sink;

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(names = "--stage", paramLabel = "STAGE", description = "Only what failed there: decode or store.")
    private DeadRecord.@Nullable Stage stage;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<String> sinks = sink == null ? RejectedPlan.ALL_SINKS : List.of(sink.text());
        RejectedPlan plan =
                new RejectedPlan(sinks, range.range(spec.commandLine()), Optional.ofNullable(stage), options.dryRun());
        return CommandRun.run(spec.commandLine(), parent.settings(), options, run -> run(plan, run));
    }

    private static Run run(RejectedPlan plan, CommandRun run) {
        RejectedTally tally = new RejectedTally();
        ReprocessContext context = run.context();
        LetterHandler handler = plan.dryRun()
                ? new DryRun(tally)
                : new Redelivery(
                        context.letters(), context.publisher(run.retry()), context.sinks(), tally, run.retry());
        return new RejectedRun(plan, context.letters(), handler, tally, run.stop());
    }
}
