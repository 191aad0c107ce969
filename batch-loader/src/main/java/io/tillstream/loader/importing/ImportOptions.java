package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.parts.RowRules;
import io.tillstream.rowfiles.ColumnNames;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The options of a run.
 *
 * @param split into how many parts; if not given, by size
 * @param columns what the columns of the files are to rows
 */
record ImportOptions(Set<LoadTarget> targets, OptionalInt split, RowRules rules, ColumnNames columns) {

    /** The options that decide which lines a file makes; nothing when it is read in the usual way. */
    List<String> meaning() {
        return Stream.concat(rules.meaning().stream(), columns.meaning().stream())
                .toList();
    }
}
