package io.tillstream.rowfiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveComparator;

/**
 * What the footer says of a column's values in a row group: how many are missing, and between which the others lie.
 * Held against the values as they are read, because nothing else tells when damage to the schema gives them another
 * form.
 */
final class ChunkStatistics {

    private static final long UNKNOWN = -1;

    private final String column;
    private final long missing;
    private final Predicate<ColumnReader> range;
    private long left;
    private long missed;

    private ChunkStatistics(String column, long values, long missing, Predicate<ColumnReader> range) {
        this.column = column;
        this.left = values;
        this.missing = missing;
        this.range = range;
    }

    static ChunkStatistics of(ParquetColumn column, ColumnMetaData chunk) {
        Statistics said = chunk.isSetStatistics() ? chunk.getStatistics() : new Statistics();
        boolean isBounded = column.isOrdered() && said.isSetMin_value() && said.isSetMax_value();
        return new ChunkStatistics(
                column.name(),
                chunk.getNum_values(),
                said.isSetNull_count() ? said.getNull_count() : UNKNOWN,
                isBounded ? range(column.type(), said.bufferForMin_value(), said.bufferForMax_value()) : any -> true);
    }

    void missingValue() {
        missed++;
        count();
    }

    /** The value at which the column stands. */
    void value(ColumnReader reader) {
        if (!range.test(reader)) {
            throw unlikeThis();
        }
        count();
    }

    private void count() {
        left--;
        if (missing != UNKNOWN && (missed > missing || (left == 0 && missed < missing))) {
            throw unlikeThis();
        }
    }

    private IllegalArgumentException unlikeThis() {
        return new IllegalArgumentException(
                "column '" + column + "' has values that do not match the statistics in the file");
    }

    private static Predicate<ColumnReader> range(Type type, ByteBuffer least, ByteBuffer most) {
        ByteBuffer min = least.order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer max = most.order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case INT32 -> ints(min.getInt(), max.getInt());
            case INT64 -> longs(min.getLong(), max.getLong());
            case FLOAT -> doubles(min.getFloat(), max.getFloat(), ColumnReader::getFloat);
            case DOUBLE -> doubles(min.getDouble(), max.getDouble(), ColumnReader::getDouble);
            case BYTE_ARRAY -> bytes(Binary.fromReusedByteBuffer(min), Binary.fromReusedByteBuffer(max));
            case BOOLEAN, INT96, FIXED_LEN_BYTE_ARRAY -> any -> true;
        };
    }

    private static Predicate<ColumnReader> ints(int min, int max) {
        return reader -> reader.getInteger() >= min && reader.getInteger() <= max;
    }

    private static Predicate<ColumnReader> longs(long min, long max) {
        return reader -> reader.getLong() >= min && reader.getLong() <= max;
    }

    /** NaN is outside every range, and no writer counts it. */
    private static Predicate<ColumnReader> doubles(double min, double max, ToDoubleFunction<ColumnReader> value) {
        return reader -> !(value.applyAsDouble(reader) < min) && !(value.applyAsDouble(reader) > max);
    }

    private static Predicate<ColumnReader> bytes(Binary min, Binary max) {
        PrimitiveComparator<Binary> order = PrimitiveComparator.UNSIGNED_LEXICOGRAPHICAL_BINARY_COMPARATOR;
        return reader -> order.compare(reader.getBinary(), min) >= 0 && order.compare(reader.getBinary(), max) <= 0;
    }
}
