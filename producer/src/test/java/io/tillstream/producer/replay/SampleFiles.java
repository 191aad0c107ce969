package io.tillstream.producer.replay;

import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import io.tillstream.producer.generate.GenerateCommand;
import io.tillstream.rowfiles.RowFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Files to replay, and what they hold. */
final class SampleFiles {

    private SampleFiles() {}

    static Path generated(Path file, int rows) {
        new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .execute("--rows", Integer.toString(rows), "--out", file.toString());
        return file;
    }

    /** The lines of a file whose rows are all valid, identified by their content. */
    static List<TransactionLine> lines(Path path) {
        LineIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE);
        RowValidator validator = new TransactionValidator(RowSettings.USUAL);
        List<TransactionLine> lines = new ArrayList<>();
        try (RowFile file = RowFile.open(path)) {
            file.read(row -> {
                RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
                return result instanceof RowResult.Accepted accepted && lines.add((TransactionLine) accepted.line());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    static Set<LineKey> keys(List<TransactionLine> lines) {
        Set<LineKey> keys = new HashSet<>();
        lines.forEach(line -> keys.add(line.key()));
        return keys;
    }
}
