package io.tillstream.producer.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import io.tillstream.rowfiles.RowFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTests {

    @TempDir
    private Path folder;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException, NoSuchAlgorithmException {
        Path file = folder.resolve("a.csv");
        assertThat(generate("--rows", "2000", "--seed", "42", "--out", file.toString()))
                .isZero();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        // Whoever changes what a seed makes, changes the files of everyone who names one.
        assertThat(HexFormat.of().formatHex(digest)).startsWith("f0b4b392c6253ed7");
    }

    @Test
    void writesLinesThatAreAllValid() throws IOException {
        Path file = folder.resolve("a.csv");
        generate("--rows", "20000", "--out", file.toString());
        assertThat(lines(file)).hasSize(20_000);
        assertThat(Files.readString(file, UTF_8)).startsWith("InvoiceNo,").endsWith("\r\n");
    }

    @Test
    void saysTheSameInEveryForm() throws IOException {
        List<List<TransactionLine>> forms = new ArrayList<>();
        for (String name : List.of("a.csv", "a.csv.gz", "a.xlsx")) {
            Path file = folder.resolve(name);
            assertThat(generate("--rows", "3000", "--out", file.toString())).isZero();
            forms.add(lines(file));
        }
        Path western = folder.resolve("western.csv");
        generate("--rows", "3000", "--encoding", "windows-1252", "--out", western.toString());
        assertThat(forms.get(0)).hasSize(3_000);
        assertThat(forms).containsOnly(forms.getFirst(), lines(western));
    }

    @Test
    void refusesWhatItCannotWrite() {
        assertThat(generate("--rows", "10", "--out", "rows.txt")).isEqualTo(1);
        assertThat(generate("--rows", "2000000", "--out", "rows.xlsx")).isEqualTo(1);
        assertThat(generate(
                        "--rows", "10", "--out", folder.resolve("no/such/a.csv").toString()))
                .isEqualTo(1);
        assertThat(generate("--rows", "0", "--out", "a.csv")).isEqualTo(1);
        assertThat(generate("--out", "a.csv")).isEqualTo(1);
    }

    private static int generate(String... args) {
        return new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(args);
    }

    private static List<TransactionLine> lines(Path path) throws IOException {
        LineIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        RowValidator validator = new TransactionValidator(RowSettings.USUAL);
        List<TransactionLine> lines = new ArrayList<>();
        try (RowFile file = RowFile.open(path)) {
            file.read(row -> {
                RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
                return result instanceof RowResult.Accepted accepted && lines.add((TransactionLine) accepted.line());
            });
        }
        return lines;
    }
}
