package io.tillstream.benchmark;

import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.ContentIdentity;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import io.tillstream.rowfiles.NumberedRow;
import io.tillstream.rowfiles.RowFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;

/** What any import of the same rows must at least do, each alone. */
final class ImportFloors implements AutoCloseable {

    private static final int PIECE = 1 << 16;
    private static final int SAMPLE = 50_000;
    private static final int CALLS = 8;

    private final Path folder;
    private final Path text;
    private final Connection warehouse;
    private final DynamoDbClient dynamoDb;
    private final List<TransactionLine> sample = new ArrayList<>();

    ImportFloors(LocalCloud cloud, Path folder) throws SQLException {
        this.folder = folder;
        this.text = folder.resolve("rows.copy");
        this.warehouse = DriverManager.getConnection(cloud.warehouseUrl().orElseThrow(), "tillstream", "tillstream");
        this.dynamoDb = BatchWrites.client(cloud.endpoint());
    }

    /** Writes the rows as COPY takes them, and says how many there are. */
    long prepare(Path file) throws IOException {
        sample.clear();
        RowValidator validator = new TransactionValidator(RowSettings.USUAL);
        long[] rows = {0};
        try (RowFile opened = RowFile.open(file);
                ContentIdentity identity = LineIdentity.ofContent(TransactionHashing.INSTANCE, folder, null);
                BufferedWriter out = Files.newBufferedWriter(text)) {
            opened.read(row -> {
                out(out, line(validator, identity, row));
                rows[0]++;
                return true;
            });
        }
        return rows[0];
    }

    private TransactionLine line(RowValidator validator, ContentIdentity identity, NumberedRow row) {
        RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
        return switch (result) {
            case RowResult.Accepted accepted -> (TransactionLine) accepted.line();
            case RowResult.Rejection rejection ->
                throw new IllegalArgumentException("row " + row.number() + ": " + rejection.errors());
        };
    }

    private void out(BufferedWriter out, TransactionLine line) {
        try {
            out.write(CopyText.of(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (sample.size() < SAMPLE) {
            sample.add(line);
        }
    }

    double read(Path file) throws IOException {
        long begun = System.nanoTime();
        byte[] piece = new byte[PIECE];
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, PIECE) : bytes) {
            while (in.read(piece) >= 0) {
                // What matters is that it was read.
            }
        }
        return secondsSince(begun);
    }

    double copyBare() throws Exception {
        return copy("");
    }

    double copyKeyed() throws Exception {
        return copy(", PRIMARY KEY (invoice_no, stock_code, line_id)");
    }

    private double copy(String key) throws Exception {
        try (Statement statement = warehouse.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS floor");
            statement.execute(CopyText.TABLE.formatted(key));
            if (!key.isEmpty()) {
                statement.execute("CREATE INDEX ON floor USING brin (invoice_date)");
            }
            long begun = System.nanoTime();
            try (InputStream in = Files.newInputStream(text)) {
                warehouse.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY floor FROM STDIN", in, PIECE);
            }
            double seconds = secondsSince(begun);
            statement.execute("DROP TABLE floor");
            return seconds;
        }
    }

    /** The first lines of the file that was prepared last. */
    double batchWrite(int count) throws Exception {
        new InvoiceTables(dynamoDb).createMissing();
        List<BatchWriteItemRequest> requests = BatchWrites.of(sample.subList(0, Math.min(count, sample.size())));
        long begun = System.nanoTime();
        BatchWrites.send(dynamoDb, requests, CALLS);
        return secondsSince(begun);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() throws SQLException {
        warehouse.close();
        dynamoDb.close();
    }
}
