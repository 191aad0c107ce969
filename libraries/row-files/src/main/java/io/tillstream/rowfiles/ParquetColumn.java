package io.tillstream.rowfiles;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A column of a flat Parquet file, and how its values become those of a row.
 *
 * @param isOrdered whether the least and the most of its values are those by their numbers or bytes
 */
record ParquetColumn(String name, Type type, ColumnDescriptor descriptor, ParquetValue value, boolean isOrdered) {

    static ParquetColumn of(Path file, SchemaElement element) throws IOException {
        String place = "column '" + element.getName() + "'";
        boolean repeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
        if (!element.isSetType() || element.getNum_children() > 0 || repeated) {
            throw UnreadableFileException.at(file, place, "is nested; a row has plain values only");
        }
        if (!element.isSetRepetition_type()) {
            throw UnreadableFileException.at(file, place, "does not say whether it may be empty; the file is damaged");
        }
        if (SheetRow.isDate(element.getName()) && ParquetTypes.isPlainNumber(element)) {
            throw UnreadableFileException.at(file, place, "holds plain numbers; write it as a timestamp, or as text");
        }
        ParquetValue value = ParquetValue.of(element)
                .orElseThrow(() -> UnreadableFileException.at(
                        file, place, "is of a type that rows do not have: " + element.getType()));
        boolean isOrdered = ParquetTypes.isOrdered(element);
        return new ParquetColumn(element.getName(), element.getType(), descriptor(element), value, isOrdered);
    }

    boolean isOptional() {
        return descriptor.getMaxDefinitionLevel() > 0;
    }

    private static ColumnDescriptor descriptor(SchemaElement element) {
        boolean optional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        PrimitiveType type = (optional
                        ? Types.optional(name(element.getType()))
                        : Types.required(name(element.getType())))
                .length(element.getType_length())
                .named(element.getName());
        return new ColumnDescriptor(new String[] {element.getName()}, type, 0, optional ? 1 : 0);
    }

    private static PrimitiveTypeName name(Type type) {
        return switch (type) {
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            default -> PrimitiveTypeName.valueOf(type.name());
        };
    }
}
