package io.tillstream.rowfiles;

import io.tillstream.model.row.RawValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;

/** Takes the value at which a column stands. */
@FunctionalInterface
interface ParquetValue {

    /** Far above the digits of any price; a scale decides how long a number gets as text. */
    int LARGEST_SCALE = 100;

    LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** The day count of the Julian calendar, in which old writers keep time, at the epoch. */
    long JULIAN_EPOCH = 2_440_588;

    RawValue take(ColumnReader column);

    /** How values of this column are taken; empty when no field of a row has such values. */
    static Optional<ParquetValue> of(SchemaElement column) {
        if (!ParquetTypes.isOfARow(column)) {
            return Optional.empty();
        }
        return switch (column.getType()) {
            case BOOLEAN -> Optional.of(reader -> RawValue.Other.of(reader.getBoolean()));
            case FLOAT ->
                Optional.of(reader -> number(Float.toString(reader.getFloat()), FloatingNumber.DIGITS_OF_A_FLOAT));
            case DOUBLE ->
                Optional.of(reader -> number(Double.toString(reader.getDouble()), FloatingNumber.DIGITS_OF_A_DOUBLE));
            case INT32 -> Optional.of(ofInt(column));
            case INT64 -> Optional.of(ofLong(column));
            case INT96 -> Optional.of(reader -> julian(reader.getBinary().toByteBuffer()));
            case BYTE_ARRAY -> Optional.of(isDecimal(column) ? decimal(column) : ParquetValue::text);
            case FIXED_LEN_BYTE_ARRAY -> isDecimal(column) ? Optional.of(decimal(column)) : Optional.empty();
        };
    }

    private static ParquetValue ofInt(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        if (column.getConverted_type() == ConvertedType.DATE || (logical != null && logical.isSetDATE())) {
            return reader -> time(LocalDate.ofEpochDay(reader.getInteger()).atStartOfDay());
        }
        if (isUnsigned(column)) {
            return reader -> new RawValue.Numeral(Integer.toUnsignedString(reader.getInteger()));
        }
        int scale = scale(column);
        return reader -> decimal(BigInteger.valueOf(reader.getInteger()), scale);
    }

    private static ParquetValue ofLong(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        if (logical != null && logical.isSetTIMESTAMP()) {
            Duration unit = unit(logical.getTIMESTAMP().getUnit());
            return reader -> time(reader.getLong(), unit);
        }
        ConvertedType converted = column.getConverted_type();
        if (converted == ConvertedType.TIMESTAMP_MILLIS || converted == ConvertedType.TIMESTAMP_MICROS) {
            Duration unit = Duration.ofNanos(converted == ConvertedType.TIMESTAMP_MILLIS ? 1_000_000 : 1_000);
            return reader -> time(reader.getLong(), unit);
        }
        if (isUnsigned(column)) {
            return reader -> new RawValue.Numeral(Long.toUnsignedString(reader.getLong()));
        }
        int scale = scale(column);
        return reader -> decimal(BigInteger.valueOf(reader.getLong()), scale);
    }

    private static Duration unit(TimeUnit unit) {
        if (unit.isSetMILLIS()) {
            return Duration.ofMillis(1);
        }
        if (!unit.isSetMICROS() && !unit.isSetNANOS()) {
            throw new IllegalArgumentException("a time in an unknown unit");
        }
        return Duration.ofNanos(unit.isSetMICROS() ? 1_000 : 1);
    }

    private static ParquetValue decimal(SchemaElement column) {
        int scale = scale(column);
        return reader -> decimal(new BigInteger(reader.getBinary().getBytesUnsafe()), scale);
    }

    static boolean isDecimal(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        return column.getConverted_type() == ConvertedType.DECIMAL || (logical != null && logical.isSetDECIMAL());
    }

    static boolean isUnsigned(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        ConvertedType converted = column.getConverted_type();
        if (logical != null && logical.isSetINTEGER()) {
            return !logical.getINTEGER().isIsSigned();
        }
        return converted == ConvertedType.UINT_32 || converted == ConvertedType.UINT_64;
    }

    private static int scale(SchemaElement column) {
        if (!isDecimal(column)) {
            return 0;
        }
        LogicalType logical = column.getLogicalType();
        int scale = logical == null ? column.getScale() : logical.getDECIMAL().getScale();
        if (scale < 0 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("a decimal with a scale of " + scale);
        }
        return scale;
    }

    private static RawValue decimal(BigInteger unscaled, int scale) {
        return new RawValue.Numeral(new BigDecimal(unscaled, scale).toPlainString());
    }

    /** What is no number stands for nothing there: tables of Python keep missing numbers so. */
    private static RawValue number(String floating, int digits) {
        if (floating.equals("NaN")) {
            return RawValue.Other.NULL;
        }
        return floating.endsWith("y")
                ? new RawValue.Text(floating)
                : new RawValue.Numeral(FloatingNumber.text(new BigDecimal(floating), digits));
    }

    private static RawValue text(ColumnReader reader) {
        return new RawValue.Text(reader.getBinary().toStringUsingUTF8());
    }

    /**
     * The reading of the clock, whether the file calls it local or adjusted to UTC: the time of a row is that of its
     * shop, and an offset is dropped here as in every other format.
     */
    private static RawValue time(long count, Duration unit) {
        long perSecond = Duration.ofSeconds(1).dividedBy(unit);
        return time(EPOCH.plusSeconds(Math.floorDiv(count, perSecond))
                .plusNanos(Math.floorMod(count, perSecond) * unit.toNanos()));
    }

    private static RawValue time(LocalDateTime time) {
        return new RawValue.Text(time.toString());
    }

    private static RawValue julian(ByteBuffer bytes) {
        ByteBuffer parts = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = parts.getLong();
        return time(EPOCH.plusDays(parts.getInt() - JULIAN_EPOCH).plusNanos(nanosOfDay));
    }
}
