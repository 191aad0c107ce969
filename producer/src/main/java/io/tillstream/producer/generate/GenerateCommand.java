package io.tillstream.producer.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code generate}. */
@Command(
        name = "generate",
        description = {
            "Generates a file of rows with the form and the quirks of the Online Retail data set.",
            "The same rows, seed and days give the same CSV, byte for byte, on every JDK."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = 1)
public final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--rows", paramLabel = "N", required = true, description = "How many rows.")
    private long rows;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file named .csv, .csv.gz or .xlsx.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "A different seed gives different rows (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "DAY",
            defaultValue = "2024-12-01",
            description = "The first day of trade (default: ${DEFAULT-VALUE}).")
    private LocalDate start = LocalDate.EPOCH;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "374",
            description = "How many days of trade (default: ${DEFAULT-VALUE}).")
    private int days;

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
        if (rows < 1 || days < 1) {
            throw new ParameterException(spec.commandLine(), "--rows and --days take numbers of at least 1");
        }
        try (RowsOut file = open()) {
            new SyntheticTrade(seed, start, days).generate(rows, row -> write(file, row));
        } catch (IOException | UncheckedIOException e) {
            spec.commandLine().getErr().println(out + " cannot be written: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
        spec.commandLine().getOut().println(String.format(Locale.ROOT, "%,d rows in %s", rows, out));
        return 0;
    }

    private RowsOut open() throws IOException {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return new CsvOut(Files.newOutputStream(out), encoding);
        }
        if (name.endsWith(".csv.gz")) {
            return new CsvOut(new GZIPOutputStream(Files.newOutputStream(out)), encoding);
        }
        if (!name.endsWith(".xlsx")) {
            throw new ParameterException(spec.commandLine(), "--out takes a file named .csv, .csv.gz or .xlsx");
        }
        if (rows > XlsxOut.MOST_ROWS) {
            throw new ParameterException(
                    spec.commandLine(), "A workbook has at most " + XlsxOut.MOST_ROWS + " rows; write .csv or .csv.gz");
        }
        OutputStream stream = Files.newOutputStream(out);
        return new XlsxOut(stream);
    }

    private static void write(RowsOut file, TradeRow row) {
        try {
            file.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
