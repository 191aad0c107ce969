package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.parquet.format.RowGroup;

/** A flat Parquet file, whose columns bear the names of a row. A page of each column is held at a time. */
final class ParquetRows implements RowReader {

    private final Path file;
    private final Payload payload;
    private final ParquetFooter footer;
    private final FileColumns columns;
    private final Feed feed;

    private ParquetRows(Path file, Payload payload, ParquetFooter footer, FileColumns columns, Feed feed) {
        this.file = file;
        this.payload = payload;
        this.footer = footer;
        this.columns = columns;
        this.feed = feed;
    }

    static ParquetRows of(Path file, Payload payload, ColumnNames wanted, Feeds feeds) throws IOException {
        try (FileChannel channel = FileChannel.open(payload.asFile())) {
            ParquetFooter footer = ParquetFooter.of(file, channel, payload.limits());
            List<String> names =
                    footer.columns().stream().map(ParquetColumn::name).toList();
            FileColumns columns = FileColumns.of(names, wanted);
            Header header = columns.header(feeds);
            String fault = header.fault().or(() -> wanted.faultIn(names)).orElse(null);
            if (fault != null) {
                throw UnreadableFileException.at(file, "schema", fault);
            }
            for (RowGroup group : footer.groups()) {
                ParquetGroup.verify(channel, footer.columns(), group);
            }
            return new ParquetRows(file, payload, footer, columns, header.feed());
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        try (FileChannel channel = FileChannel.open(payload.asFile())) {
            long size = channel.size();
            long number = 0;
            long textLength = 0;
            for (RowGroup rowGroup : footer.groups()) {
                ParquetGroup group = open(channel, rowGroup);
                while (group.hasNext()) {
                    number++;
                    RawRow row = next(group);
                    payload.limits().check(size, textLength + group.textLength());
                    if (!rows.accept(new NumberedRow(number, number, null, columns.named(row)))) {
                        throw new Stopped();
                    }
                }
                textLength += group.textLength();
            }
        }
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String description() {
        return "Parquet, compression " + footer.codec().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> notes() {
        return columns.notes();
    }

    @Override
    public OptionalLong estimatedRows() {
        return OptionalLong.of(footer.rows());
    }

    private ParquetGroup open(FileChannel channel, RowGroup group) throws IOException {
        try {
            return new ParquetGroup(channel, footer.columns(), group);
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private RawRow next(ParquetGroup group) throws IOException {
        try {
            return group.next();
        } catch (RuntimeException e) {
            // The edge of the library: what it throws at damaged pages may be of any kind.
            throw damaged(file, e);
        }
    }

    private static IOException damaged(Path file, RuntimeException cause) {
        Throwable inner = cause.getCause();
        String reason = inner == null ? cause.getMessage() : inner.getMessage();
        return UnreadableFileException.of(file, "is damaged Parquet: " + reason, cause);
    }
}
