package io.tillstream.warehouse.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fills staging through Redshift's COPY from S3.
 *
 * <p>COPY takes all of a file or fails, and does not say which file a row came from. So what it copies are not the
 * objects themselves but their good lines, numbered, in the staging area: read and checked here first.
 */
final class RedshiftStaging implements Staging {

    private final FeedTable feed;
    private final ObjectReader reader;
    private final StagingArea area;
    private final RedshiftAccess access;

    RedshiftStaging(FeedTable feed, ObjectReader reader, StagingArea area, RedshiftAccess access) {
        this.feed = feed;
        this.reader = reader;
        this.area = area;
        this.access = access;
    }

    @Override
    public List<Staged> fill(Connection transaction, List<LoadObject> objects) throws SQLException {
        String folder = UUID.randomUUID() + "/";
        try {
            List<Staged> staged = new ArrayList<>();
            List<RedshiftCopy.Part> parts = new ArrayList<>();
            for (LoadObject object : objects) {
                staged.add(prepare(folder, staged.size(), object, parts));
            }
            copy(transaction, folder, parts);
            return staged;
        } catch (IOException full) {
            throw new UncheckedIOException("The temporary files of the load failed", full);
        } finally {
            area.sweep(folder);
        }
    }

    @Override
    public String attributesOf(String table) {
        return "JSON_SERIALIZE(" + table + ".attributes)";
    }

    private Staged prepare(String folder, int number, LoadObject object, List<RedshiftCopy.Part> parts)
            throws IOException {
        Path file = Files.createTempFile("tillstream-staging", ".jsonl.gz");
        try {
            Staged staged;
            try (NumberedRows rows = new NumberedRows(Files.newOutputStream(file), feed, number)) {
                staged = reader.read(object, rows::add);
            }
            if (staged instanceof Staged.Whole whole && whole.staged() > 0) {
                parts.add(put(folder + "part-" + number + ".jsonl.gz", file));
            }
            return staged;
        } finally {
            Files.delete(file);
        }
    }

    private RedshiftCopy.Part put(String name, Path file) throws IOException {
        long size = Files.size(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            return new RedshiftCopy.Part(area.put(name, bytes, size), size);
        }
    }

    private void copy(Connection transaction, String folder, List<RedshiftCopy.Part> parts) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(StagingTable.onRedshift(feed.table()));
            if (!parts.isEmpty()) {
                RedshiftCopy copy = new RedshiftCopy(feed.table());
                String manifest = put(folder + "manifest.json", RedshiftCopy.manifest(parts));
                String jsonPaths = put(folder + "jsonpaths.json", copy.jsonPaths());
                statement.execute(copy.statement(manifest, jsonPaths, access));
            }
        }
    }

    private String put(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return area.put(name, new ByteArrayInputStream(bytes), bytes.length);
    }
}
