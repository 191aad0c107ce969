package io.tillstream.loader.warehouse;

import io.tillstream.loader.LoaderApplication;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code warehouse}: loads what Firehose delivered, once or for ever. */
@Command(
        name = "warehouse",
        description = "Loads the objects that Firehose has delivered and that are not in the warehouse yet.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeOnInvalidInput = 64,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is loaded",
            "1:all was tried, but some rows were rejected or had another version, or some objects could not be read;"
                    + " the log names them",
            "2:the warehouse or S3 did not answer, or the counts did not agree; nothing of that load was kept",
            "64:wrong usage"
        })
public final class WarehouseCommand implements Callable<Integer> {

    private static final int PARTLY = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--every",
            paramLabel = "PAUSE",
            description = "Run until stopped, and look for objects at this interval, such as 5s.",
            converter = PauseConverter.class,
            defaultValue = "0s")
    private Duration every = Duration.ZERO;

    @Override
    public Integer call() throws InterruptedException {
        return every.isZero() ? once() : forEver();
    }

    private int once() {
        SpringApplicationBuilder application = LoaderApplication.builder().web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run()) {
            JobReport report = context.getBean(WarehouseJobs.class).run();
            spec.commandLine().getOut().println(report.inWords());
            return report.failed() == 0 && report.rejected() == 0 && report.conflicting() == 0 ? 0 : PARTLY;
        }
    }

    private int forEver() throws InterruptedException {
        LoaderApplication.builder().run("--tillstream.loader.warehouse.every=" + every);
        Thread.currentThread().join();
        return 0;
    }

    /** As in configuration: {@code 5s}, {@code PT5S}. */
    static final class PauseConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return DurationStyle.detectAndParse(value);
        }
    }
}
