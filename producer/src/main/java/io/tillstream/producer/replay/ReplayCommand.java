package io.tillstream.producer.replay;

import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.ReportForm;
import io.tillstream.feeds.BadFieldsException;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code replay}. */
@Command(
        name = "replay",
        description = {
            "Sends the rows of a file to the ingest API, as one or several shops would.",
            "FILE is CSV, NDJSON or XLSX, as it is or in gzip or zip, in any usual encoding. Each row is sent with an"
                    + " identity made from its content, so a row that is sent again, by this command or another, counts"
                    + " once.",
            "After an interruption the same command continues where it stopped."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = 1,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row was accepted",
            "1:wrong usage, or the file cannot be read",
            "2:some rows were rejected",
            "3:gave up, or was interrupted"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final Duration FOR_ANSWERS = Duration.ofSeconds(3);
    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(3);

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private ShopOptions shops = new ShopOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private KeepingOptions keeping = new KeepingOptions();

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON, too.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ReplayPlan plan = plan();
        try {
            return new CommandRun(spec.commandLine(), FOR_ANSWERS, FOR_THE_REPORT)
                    .report(new ReportForm(false, report), run -> new Replay(plan, run).run());
        } catch (UnreadableFileException | DateCheck.RefusedException e) {
            return failed(e.getMessage());
        } catch (IOException e) {
            return failed("A file cannot be written: " + e);
        }
    }

    private int failed(@Nullable String reason) {
        spec.commandLine().getErr().println(reason);
        return spec.exitCodeOnInvalidInput();
    }

    private ReplayPlan plan() {
        try {
            return new ReplayPlan(
                    selection.file(),
                    selection.encoding(),
                    reading.reading(),
                    selection.selection(),
                    shops.layout(),
                    shops.requests(),
                    service.service(),
                    keeping.keeping());
        } catch (IllegalArgumentException | BadFieldsException | IOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
