package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineTable;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a table of lines by name, without the time of the load. */
final class TableColumns {

    static final String RECEIVED_AT = "received_at";
    static final String ATTRIBUTES = "attributes";

    private TableColumns() {}

    /** All but the last, of which each database has its own idea. */
    static List<String> plain(LineTable table) {
        return Stream.concat(table.columns().stream().map(LineColumn::name), Stream.of(RECEIVED_AT))
                .toList();
    }

    static String names(LineTable table) {
        return String.join(", ", plain(table)) + ", " + ATTRIBUTES;
    }
}
