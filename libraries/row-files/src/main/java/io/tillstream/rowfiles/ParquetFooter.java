package io.tillstream.rowfiles;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/** What the end of a Parquet file says of it, checked as far as reading relies on it. */
record ParquetFooter(List<ParquetColumn> columns, List<RowGroup> groups, long rows, String codec) {

    private static final int TRAILER = 8;
    private static final int LARGEST = 64 << 20;

    /** As text, about; a page may say a million times that the same follows once more. */
    private static final long BYTES_A_ROW = 50;

    static ParquetFooter of(Path file, FileChannel channel, FileLimits limits) throws IOException {
        FileMetaData footer = read(file, channel);
        if (footer.isSetEncryption_algorithm()) {
            throw UnreadableFileException.of(file, "is encrypted Parquet; decrypt it first");
        }
        List<ParquetColumn> columns = columns(file, footer.getSchema());
        String codec = "none";
        for (RowGroup group : footer.getRow_groups()) {
            check(file, group, columns);
            for (ColumnChunk chunk : group.getColumns()) {
                codec = chunk.getMeta_data().getCodec().name();
                if (PageCodec.of(chunk.getMeta_data().getCodec()).isEmpty()) {
                    throw UnreadableFileException.of(
                            file, "is compressed with " + codec + "; SNAPPY, GZIP, ZSTD and LZ4_RAW are read");
                }
            }
        }
        long rows =
                footer.getRow_groups().stream().mapToLong(RowGroup::getNum_rows).sum();
        if (rows != footer.getNum_rows()) {
            throw UnreadableFileException.of(
                    file, "is Parquet whose row groups hold more or fewer rows than its footer says");
        }
        limits.check(channel.size(), Math.multiplyExact(rows, BYTES_A_ROW));
        return new ParquetFooter(columns, footer.getRow_groups(), rows, codec);
    }

    private static FileMetaData read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer trailer = bytes(channel, Math.max(0, size - TRAILER), TRAILER);
        int length = trailer.order(ByteOrder.LITTLE_ENDIAN).getInt();
        String magic = StandardCharsets.ISO_8859_1.decode(trailer).toString();
        if (!magic.equals("PAR1") || length <= 0 || length > size - TRAILER) {
            throw UnreadableFileException.of(
                    file, "is Parquet without its end: it is cut off, or not written to the end");
        }
        if (length > LARGEST) {
            throw UnreadableFileException.of(
                    file, "is Parquet with a footer of " + length + " bytes, which is too long");
        }
        byte[] footer = bytes(channel, size - TRAILER - length, length).array();
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(footer));
        } catch (IOException | RuntimeException e) {
            // The edge of the library: what it throws at a damaged footer may be of any kind.
            throw UnreadableFileException.of(file, "is Parquet with a damaged footer: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it ends too soon");
            }
        }
        return bytes.flip();
    }

    private static List<ParquetColumn> columns(Path file, List<SchemaElement> schema) throws IOException {
        List<ParquetColumn> columns = new ArrayList<>();
        for (SchemaElement element : schema.subList(1, schema.size())) {
            columns.add(ParquetColumn.of(file, element));
        }
        return List.copyOf(columns);
    }

    private static void check(Path file, RowGroup group, List<ParquetColumn> columns) throws IOException {
        boolean fits = group.getColumnsSize() == columns.size() && group.getNum_rows() >= 0;
        for (int i = 0; fits && i < columns.size(); i++) {
            ColumnChunk chunk = group.getColumns().get(i);
            fits = !chunk.isSetFile_path()
                    && chunk.isSetMeta_data()
                    && chunk.getMeta_data().getNum_values() == group.getNum_rows()
                    && chunk.getMeta_data()
                            .getPath_in_schema()
                            .equals(List.of(columns.get(i).name()))
                    && chunk.getMeta_data().getType() == columns.get(i).type();
        }
        if (!fits) {
            throw UnreadableFileException.of(file, "is Parquet whose row groups do not agree with its schema");
        }
    }
}
