package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Lines as rows of a COPY. */
final class CopyRows {

    private final CopyFields fields;
    private final CopyColumns columns;
    private final OtherColumns others;

    CopyRows(CopyIn copy, CopyColumns columns, OtherColumns others) {
        this.fields = new CopyFields(copy);
        this.columns = columns;
        this.others = others;
    }

    void add(long number, FeedLine line) throws SQLException {
        fields.row(columns.count() + others.count());
        columns.add(fields, line);
        others.add(fields, number, line);
    }

    /** There are no more. */
    void finish() throws SQLException {
        fields.finish();
    }
}
