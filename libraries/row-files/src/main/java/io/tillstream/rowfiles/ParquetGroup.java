package io.tillstream.rowfiles;

import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.PrimitiveConverter;

/** The rows of a row group, put together from its columns. */
final class ParquetGroup {

    private static final int BUFFER = 1 << 16;

    private final List<ParquetColumn> columns;
    private final List<String> names;
    private final List<ColumnReader> readers = new ArrayList<>();
    private final List<ChunkStatistics> statistics = new ArrayList<>();
    private long left;
    private long textLength;

    ParquetGroup(FileChannel file, List<ParquetColumn> columns, RowGroup group) {
        this.columns = columns;
        this.names = columns.stream().map(ParquetColumn::name).toList();
        this.left = group.getNum_rows();
        for (int i = 0; left > 0 && i < columns.size(); i++) {
            ColumnMetaData chunk = group.getColumns().get(i).getMeta_data();
            readers.add(reader(file, columns.get(i), chunk));
            statistics.add(ChunkStatistics.of(columns.get(i), chunk));
        }
    }

    boolean hasNext() {
        return left > 0;
    }

    /** Characters of the texts given out so far, which a small file may repeat without end. */
    long textLength() {
        return textLength;
    }

    RawRow next() {
        left--;
        List<RawValue> values = new ArrayList<>(readers.size());
        for (int i = 0; i < readers.size(); i++) {
            RawValue value = value(columns.get(i), readers.get(i), statistics.get(i));
            textLength += value instanceof RawValue.Text text ? text.value().length() : 0;
            values.add(value);
        }
        return RawRow.of(names, values);
    }

    private static RawValue value(ParquetColumn column, ColumnReader reader, ChunkStatistics statistics) {
        if (column.isOptional() && reader.getCurrentDefinitionLevel() == 0) {
            statistics.missingValue();
            reader.consume();
            return RawValue.Other.NULL;
        }
        statistics.value(reader);
        RawValue value = column.value().take(reader);
        reader.consume();
        return value;
    }

    /** Reads all pages once, without unpacking them, and throws when one is not what its header says of it. */
    static void verify(FileChannel file, List<ParquetColumn> columns, RowGroup group) throws IOException {
        for (int i = 0; group.getNum_rows() > 0 && i < columns.size(); i++) {
            pages(file, columns.get(i), group.getColumns().get(i).getMeta_data())
                    .verify();
        }
    }

    private static ColumnReader reader(FileChannel file, ParquetColumn column, ColumnMetaData chunk) {
        return new ColumnReaderImpl(column.descriptor(), pages(file, column, chunk), new PrimitiveConverter() {}, null);
    }

    private static ParquetPages pages(FileChannel file, ParquetColumn column, ColumnMetaData chunk) {
        // Some writers set the offset of a dictionary that is not there to nought.
        boolean hasDictionary = chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0;
        long start = hasDictionary
                ? Math.min(chunk.getDictionary_page_offset(), chunk.getData_page_offset())
                : chunk.getData_page_offset();
        return new ParquetPages(
                new BufferedInputStream(new ChannelSlice(file, start, chunk.getTotal_compressed_size()), BUFFER),
                PageCodec.of(chunk.getCodec()).orElseThrow(),
                chunk.getNum_values(),
                column.descriptor().getPrimitiveType());
    }
}
