package io.tillstream.rowfiles;

import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the foreign names of JSON objects their fields, and remembers which names there were. Rows have few of them. */
final class JsonNames {

    private static final int NAMES_KEPT = 1_000;

    private final ColumnNames wanted;
    private final Set<String> seen = new LinkedHashSet<>();

    JsonNames(ColumnNames wanted) {
        this.wanted = wanted;
    }

    RawRow named(RawRow row) {
        if (row.fault().isPresent()) {
            return row;
        }
        List<String> names = new ArrayList<>(row.size());
        List<RawValue> values = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            String written = row.name(i);
            Optional<String> field = wanted.fieldOf(written);
            if (field.isPresent() || seen.size() < NAMES_KEPT) {
                seen.add(written);
            }
            String name = field.orElse(written);
            if (!name.isEmpty() || field.isEmpty()) {
                names.add(name);
                values.add(row.value(i));
            }
        }
        return RawRow.of(names, values);
    }

    /** That something is said of a name that no row had. */
    Optional<String> fault() {
        return wanted.faultIn(seen);
    }
}
