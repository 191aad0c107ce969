package io.tillstream.rowfiles;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet, one at a time. */
final class SheetReader implements Closeable {

    private static final long LAST_ROW = 1_048_576;

    private final XmlPart xml;
    private final SharedTexts shared;
    private final FileLimits limits;
    private long row;
    private int width;

    SheetReader(XmlPart xml, SharedTexts shared, FileLimits limits) {
        this.xml = xml;
        this.shared = shared;
        this.limits = limits;
    }

    /** The next row that holds anything. */
    Optional<SheetLine> next() throws IOException {
        while (xml.nextElement()) {
            if (xml.isAt("row")) {
                SheetLine line = line();
                if (!line.isBlank()) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private SheetLine line() throws IOException {
        row = rowNumber(xml.attribute("r"));
        SheetCells cells = new SheetCells(row, width, limits.row(), shared);
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.isAt("c")) {
                cell(cells);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("a part of it ends too soon");
            }
        }
        width = Math.max(width, cells.cells().size());
        return new SheetLine(row, cells.cells());
    }

    private long rowNumber(@Nullable String written) throws IOException {
        try {
            long number = written == null ? row + 1 : Long.parseLong(written);
            if (number > row && number <= LAST_ROW) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As one that is none.
        }
        throw new BadCellException("row after " + row, "has the number " + written + ", which cannot be");
    }

    private void cell(SheetCells cells) throws IOException {
        int column = cells.columnOf(xml.attribute("r"));
        String type = xml.attribute("t");
        boolean isInline = "inlineStr".equals(type);
        String written = "";
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.isAt(isInline ? "is" : "v")) {
                written = isInline ? SharedTexts.text(xml, limits.cell()) : value();
            }
        }
        cells.put(column, type == null ? "n" : type, written);
    }

    private String value() throws IOException {
        StringBuilder text = new StringBuilder();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                xml.appendText(text);
            }
        }
        return text.toString();
    }
}
