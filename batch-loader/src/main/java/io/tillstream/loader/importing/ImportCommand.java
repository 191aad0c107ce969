package io.tillstream.loader.importing;

import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.ExitCodes;
import io.tillstream.commandline.ReportForm;
import io.tillstream.commandline.RootCause;
import io.tillstream.loader.LoaderApplication;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.parts.RowRules;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.OwnFields;
import io.tillstream.rowfiles.ColumnNames;
import io.tillstream.rowfiles.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import}: files into the lake, the look-ups and the warehouse. Given again it does only what is missing, so
 * after a failure or a kill the same command continues.
 */
@Command(
        name = "import",
        description = {
            "Loads files of rows (CSV, NDJSON, XLSX, Parquet, also in gzip or zip) into the lake, the look-ups and the"
                    + " warehouse.",
            "Every row counts once, however often and in whatever form it comes. The same command continues after a"
                    + " failure.",
            "Files that are given together are loaded as one: equal rows in any of them all count."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCodes.UNREADABLE,
        exitCodeOnExecutionException = ExitCodes.NOT_FINISHED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is loaded, now or before; rows that are rejected lie under rejected/import/",
            "1:wrong usage, or a file that is not there or cannot be read",
            "2:a file was given up for its rejected rows, more than --max-rejected or all; nothing of it is loaded",
            "3:a store did not answer, or the run was interrupted; the same command continues",
            "4:another run is loading a file; try again later"
        })
public final class ImportCommand implements Callable<Integer> {

    /** A task on Fargate has 30 s from the signal to the kill. */
    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(25);

    private static final String STANDARD_OUT = "-";

    private final List<String> settings;

    @Parameters(
            paramLabel = "FILE",
            description = {
                "A file, a folder, s3://bucket/key, s3://bucket/prefix/ for all objects below, or landing/... in the"
                        + " lake's bucket.",
                "Without any, all under landing/, each for itself."
            })
    private List<String> sources = List.of();

    @Option(
            names = "--targets",
            paramLabel = "T",
            split = ",",
            description = "Targets: ${COMPLETION-CANDIDATES} (default: all that the feed has).")
    private Set<LoadTarget> targets = EnumSet.noneOf(LoadTarget.class);

    @Option(
            names = "--split",
            paramLabel = "N",
            description = "How many parts to make of it in the lake (default: by size).")
    private @Nullable Integer split;

    @Mixin
    private RowOptions rows = new RowOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report as JSON to this file; - prints it in place of the text.")
    private @Nullable String report;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Configured by its environment alone. */
    public ImportCommand() {
        this(List.of());
    }

    /** @param settings of the loader, as on its command line: {@code --name=value} */
    public ImportCommand(List<String> settings) {
        this.settings = List.copyOf(settings);
    }

    /** The command as a program of its own. */
    public CommandLine commandLine() {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr()
                            .println(command.getCommandName() + ": " + Printable.text(RootCause.messageOf(failure)));
                    return ExitCodes.NOT_FINISHED;
                });
    }

    @Override
    public Integer call() throws IOException {
        if (split != null && split < 1) {
            throw new ParameterException(spec.commandLine(), "--split takes a number of at least 1");
        }
        options(RowProperties.USUAL, anyFields(), UnaryOperator.identity());
        boolean asJson = STANDARD_OUT.equals(report);
        Path file = report == null || asJson ? null : Path.of(report);
        return new CommandRun(spec.commandLine(), FOR_THE_REPORT).report(new ReportForm(asJson, file), run -> {
            try (ConfigurableApplicationContext context = start()) {
                return load(context, run);
            }
        });
    }

    /** Which fields there are beside those of the feeds, the settings say; until then, a name may be one of them. */
    private static Feeds anyFields() {
        OwnFields any = new OwnFields(List.of(), true);
        return new Feeds(
                Feeds.installed().all().stream().map(feed -> feed.with(any)).toList());
    }

    private RunReport load(ConfigurableApplicationContext context, CommandRun run) {
        ImportOptions options =
                options(context.getBean(RowProperties.class), context.getBean(Feeds.class), rows::joined);
        options.feeds().ownFields().forEach(run::say);
        ImportProgress progress = new ImportProgress();
        run.show(run.isOnTerminal() ? progress::withBars : progress::plain);
        return context.getBean(ImportJob.class).run(sources, new ImportRun(options, progress, run::say, run.stop()));
    }

    /** Creates only what is used: who loads into the lake alone needs no warehouse. */
    private ConfigurableApplicationContext start() {
        // The log goes to standard output as well.
        String level = STANDARD_OUT.equals(report) ? "OFF" : "WARN";
        return LoaderApplication.builder()
                .properties("logging.level.root=" + level)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new));
    }

    /** @param join adds the columns of a second file */
    private ImportOptions options(RowProperties usual, Feeds all, UnaryOperator<ColumnNames> join) {
        try {
            RowRules rules = rows.rules(usual);
            Feeds feeds = rows.feeds(all);
            ColumnNames columns = join.apply(rows.columns(usual, feeds));
            OptionalInt parts = split == null ? OptionalInt.empty() : OptionalInt.of(split);
            return new ImportOptions(targets, parts, rules, columns, feeds);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
