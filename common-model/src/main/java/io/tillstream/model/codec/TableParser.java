package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads lines by the columns of their table, under their names in either form. */
final class TableParser implements LineParser {

    private final Map<String, Integer> places = new HashMap<>();
    private final List<LineColumn> columns;
    private final int version;
    private final Function<LineValues, FeedLine> line;

    /** @param version the one that is understood; 0 where lines have none */
    TableParser(LineTable table, int version, Function<LineValues, FeedLine> line) {
        this.columns = table.columns();
        this.version = version;
        this.line = line;
        for (int place = 0; place < columns.size(); place++) {
            places.put(columns.get(place).name(), place);
            places.put(columns.get(place).wireName(), place);
        }
    }

    @Override
    public Decoded parse(byte[] bytes, int offset, int length) {
        return LineJson.read(bytes, offset, length, new LineValues(this));
    }

    /** Where in the table the column of this name is; -1 when it is nowhere. */
    int placeOf(String name) {
        return places.getOrDefault(name, -1);
    }

    LineColumn column(int place) {
        return columns.get(place);
    }

    int size() {
        return columns.size();
    }

    Decoded lineOf(LineValues values, int ofVersion) {
        return ofVersion == version || version == 0
                ? new Decoded.Line(line.apply(values))
                : new Decoded.Undecodable("not version " + version + " of a line");
    }
}
