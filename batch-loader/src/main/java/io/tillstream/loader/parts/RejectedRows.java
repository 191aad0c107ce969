package io.tillstream.loader.parts;

import io.tillstream.model.layout.ObjectKeys;
import io.tillstream.model.row.FieldError;
import io.tillstream.rowfiles.NumberedRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of files that are no lines, as dead letters under {@code rejected/import/}, one JSON line each. Its name is
 * that of the load, and its day that on which the load was first taken up, so another attempt writes over it.
 */
final class RejectedRows implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Instant seenAt;
    private final String key;
    private final PartStore store;
    private final Path scratch;
    private final OutputStream out;
    private boolean any;

    private RejectedRows(PartPlan plan, PartStore store, Path scratch) throws IOException {
        this.seenAt = plan.receivedAt();
        this.key = ObjectKeys.rejected("import", seenAt, plan.load());
        this.store = store;
        this.scratch = scratch;
        this.out = new BufferedOutputStream(Files.newOutputStream(scratch));
    }

    static RejectedRows of(PartPlan plan, Path folder, PartStore store) throws IOException {
        return new RejectedRows(plan, store, folder.resolve("rejected.jsonl"));
    }

    void add(String file, NumberedRow row, List<FieldError> errors) throws IOException {
        any = true;
        String reason = errors.stream()
                .map(error -> (error.field() + " " + error.code() + ": " + error.message()).strip())
                .collect(Collectors.joining("; "));
        out.write(JSON.writeValueAsBytes(new Letter(
                "DECODE", reason, file, row.sheet(), row.line(), row.number(), seenAt, RowJson.of(row.row()))));
        out.write('\n');
    }

    void put() throws IOException {
        out.close();
        if (any) {
            store.put(key, scratch, "application/x-ndjson");
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The bytes, as base64, are the row as JSON. */
    @SuppressWarnings("ArrayRecordComponent") // Jackson writes them.
    private record Letter(
            String stage,
            String reason,
            String file,
            @Nullable String sheet,
            long line,
            long row,
            Instant firstSeenAt,
            byte[] bytes) {}
}
