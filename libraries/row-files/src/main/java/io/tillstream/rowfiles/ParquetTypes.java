package io.tillstream.rowfiles;

import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.LogicalType._Fields;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** What the values of a column may stand for, so that damage to the schema is not taken for another meaning of them. */
final class ParquetTypes {

    private static final Set<_Fields> INTS = EnumSet.of(_Fields.DATE, _Fields.DECIMAL, _Fields.INTEGER);
    private static final Set<_Fields> LONGS = EnumSet.of(_Fields.TIMESTAMP, _Fields.DECIMAL, _Fields.INTEGER);
    private static final Set<_Fields> BYTES = EnumSet.of(_Fields.STRING, _Fields.ENUM, _Fields.JSON, _Fields.DECIMAL);
    private static final Set<_Fields> FIXED_BYTES = EnumSet.of(_Fields.DECIMAL);

    private ParquetTypes() {}

    /** Whether what the column says its values stand for is known, and something that a row has. */
    static boolean isOfARow(SchemaElement column) {
        LogicalType logical = column.getLogicalType();
        if (logical == null) {
            return true;
        }
        // Columns that hold nothing but nulls may be of a type that is called unknown.
        return logical.getSetField() == _Fields.UNKNOWN
                || meanings(column.getType()).contains(logical.getSetField());
    }

    /** Whether its values are numbers that stand for nothing else, such as days or moments. */
    static boolean isPlainNumber(SchemaElement column) {
        boolean isWhole = column.getType() == Type.INT32 || column.getType() == Type.INT64;
        boolean isFraction = column.getType() == Type.FLOAT || column.getType() == Type.DOUBLE;
        return isFraction || (isWhole && !column.isSetLogicalType() && !column.isSetConverted_type());
    }

    /** Whether its values are ordered as signed numbers or as bytes. */
    static boolean isOrdered(SchemaElement column) {
        return switch (column.getType()) {
            case INT32, INT64 -> !ParquetValue.isUnsigned(column);
            case BYTE_ARRAY -> !ParquetValue.isDecimal(column);
            case FLOAT, DOUBLE -> true;
            case BOOLEAN, INT96, FIXED_LEN_BYTE_ARRAY -> false;
        };
    }

    private static Set<_Fields> meanings(Type type) {
        return switch (type) {
            case INT32 -> INTS;
            case INT64 -> LONGS;
            case BYTE_ARRAY -> BYTES;
            case FIXED_LEN_BYTE_ARRAY -> FIXED_BYTES;
            case BOOLEAN, FLOAT, DOUBLE, INT96 -> EnumSet.noneOf(_Fields.class);
        };
    }
}
