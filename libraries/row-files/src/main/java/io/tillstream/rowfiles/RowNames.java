package io.tillstream.rowfiles;

import io.tillstream.model.codec.CsvRows;
import io.tillstream.model.codec.MalformedRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether a text has one value more in its rows than names in its header: R writes names of rows so. */
final class RowNames {

    private static final int ROWS_LOOKED_AT = 10;

    private final Payload payload;
    private final TextScan scan;
    private final char delimiter;

    RowNames(Payload payload, TextScan scan, char delimiter) {
        this.payload = payload;
        this.scan = scan;
        this.delimiter = delimiter;
    }

    /** The names of the columns, a first one without a name added where the rows have it. */
    List<String> added(List<String> header) throws IOException {
        List<String> names = new ArrayList<>();
        names.add("");
        names.addAll(header);
        return fits(names) ? names : header;
    }

    /** Whether the first rows, as many as there are, have so many values. */
    private boolean fits(List<String> names) throws IOException {
        int[] rows = new int[2];
        try (InputStream text = payload.open()) {
            text.skipNBytes(scan.markLength());
            new CsvRows(delimiter, header -> names)
                    .read(new InputStreamReader(text, scan.charset()), (row, lineNumber) -> {
                        rows[row.fault().isEmpty() ? 0 : 1]++;
                        if (rows[0] + rows[1] == ROWS_LOOKED_AT) {
                            throw new Stopped();
                        }
                    });
        } catch (Stopped enough) {
            return rows[1] == 0;
        } catch (MalformedRows later) {
            // Reading the file says where and why.
            return false;
        }
        return rows[0] > 0 && rows[1] == 0;
    }
}
