package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineTable;
import java.util.stream.Collectors;

/** The statements about the lines of a table that are void, which another table keeps. */
record VoidStatements(LineTable table, String voids) {

    String isVoid() {
        return "SELECT count(*) FROM " + voids + " WHERE "
                + table.key().stream()
                        .map(column -> LoadStatements.isEqual(table.column(column), column, "?"))
                        .collect(Collectors.joining(" AND "));
    }

    String add() {
        return "INSERT INTO " + voids + " (" + String.join(", ", table.key())
                + ", reason, voided_by, voided_at, loaded_at) VALUES ("
                + "?, ".repeat(table.key().size()) + "?, ?, "
                + LedgerStatements.TIME + ", " + LedgerStatements.TIME + ")";
    }

    String any() {
        return "SELECT count(*) FROM " + voids;
    }

    String delete() {
        return "DELETE FROM " + table.name() + " USING " + voids + " WHERE "
                + new LoadStatements(table).sameLine(voids);
    }
}
