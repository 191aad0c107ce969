package io.tillstream.rowfiles;

import io.tillstream.model.Blanks;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.util.List;

/** The column that two files have in common, by which their rows are joined: in any case, without outer blanks. */
final class JoinKey {

    private final String name;
    private final String canonical;

    /** Rows of a file mostly have it in the same place. */
    private int lastPlace;

    JoinKey(String name) {
        this.name = Blanks.trim(name);
        this.canonical = ColumnNames.canonical(name);
    }

    /** As it was given. */
    String name() {
        return name;
    }

    /** The same for all spellings. */
    String canonical() {
        return canonical;
    }

    /** Where it is among these columns; below 0 when it is not. */
    int placeIn(List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (isNameOf(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What a row has there; empty when it has nothing. */
    String valueIn(RawRow row) {
        if (lastPlace >= row.size() || !isNameOf(row.name(lastPlace))) {
            lastPlace = 0;
            while (lastPlace < row.size() && !isNameOf(row.name(lastPlace))) {
                lastPlace++;
            }
        }
        return lastPlace < row.size() ? textOf(row.value(lastPlace)) : "";
    }

    private boolean isNameOf(String column) {
        return column.equals(name) || ColumnNames.canonical(column).equals(canonical);
    }

    static String textOf(RawValue value) {
        return switch (value) {
            case RawValue.Text text -> Blanks.trim(text.value());
            case RawValue.Numeral number -> number.asWritten();
            case RawValue.Other other -> "";
        };
    }
}
