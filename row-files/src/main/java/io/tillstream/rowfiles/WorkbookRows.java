package io.tillstream.rowfiles;

import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A workbook: the rows of all visible sheets whose first line is a header of rows, in their order. Online Retail II has
 * two. Only one row, and the distinct texts of the workbook, are held at a time.
 */
final class WorkbookRows implements RowReader {

    private final Path file;
    private final Payload payload;
    private final List<String> sheets = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private WorkbookRows(Path file, Payload payload) {
        this.file = file;
        this.payload = payload;
    }

    static WorkbookRows of(Path file, Payload payload) throws IOException {
        WorkbookRows rows = new WorkbookRows(file, payload);
        rows.inWorkbook(rows::chooseSheets);
        if (rows.sheets.isEmpty()) {
            throw UnreadableFileException.of(
                    file, "has no sheet that begins with a header of rows such as InvoiceNo, StockCode, …");
        }
        return rows;
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        inWorkbook(workbook -> {
            long count = 0;
            List<Sheet> chosen = workbook.getSheets()
                    .filter(sheet -> sheets.contains(sheet.getName()))
                    .toList();
            for (Sheet sheet : chosen) {
                count = readSheet(sheet, new ExcelTime(workbook.isDate1904()), count, rows);
            }
        });
    }

    @Override
    public String description() {
        String read = "XLSX, " + (sheets.size() == 1 ? "sheet " : "sheets ") + quoted(sheets);
        return others.isEmpty() ? read : read + " (not " + quoted(others) + ", which has no header of rows)";
    }

    @Override
    public OptionalLong estimatedRows() {
        return OptionalLong.empty();
    }

    private void chooseSheets(ReadableWorkbook workbook) throws IOException {
        for (Sheet sheet : workbook.getSheets().toList()) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                choose(sheet);
            }
        }
    }

    private void choose(Sheet sheet) throws IOException {
        Row first = firstRow(sheet).orElse(null);
        if (first == null) {
            return;
        }
        Header header = new Header(SheetRow.names(first));
        if (header.isForeign()) {
            others.add(sheet.getName());
            return;
        }
        String fault = header.fault().orElse(null);
        if (fault != null) {
            throw UnreadableFileException.at(file, place(sheet, first), fault);
        }
        sheets.add(sheet.getName());
    }

    private Optional<Row> firstRow(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return next(rows.iterator());
        }
    }

    private long readSheet(Sheet sheet, ExcelTime time, long before, RowConsumer consumer) throws IOException {
        long count = before;
        try (Stream<Row> all = sheet.openStream()) {
            Iterator<Row> rows = all.iterator();
            Optional<Row> head = next(rows);
            if (head.isEmpty()) {
                return count;
            }
            SheetRow header = new SheetRow(SheetRow.names(head.get()), time);
            for (Optional<Row> row = next(rows); row.isPresent(); row = next(rows)) {
                RawRow raw = header.toRawRow(row.get());
                if (!consumer.accept(new NumberedRow(++count, row.get().getRowNum(), sheet.getName(), raw))) {
                    throw new Stopped();
                }
            }
        }
        return count;
    }

    /** The next row that is not blank. */
    private Optional<Row> next(Iterator<Row> rows) throws UnreadableFileException {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!SheetRow.isBlank(row)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            // The edge of the library: what it throws at a damaged workbook may be of any kind.
            throw damaged(e);
        }
    }

    private void inWorkbook(Work work) throws IOException {
        try (ReadableWorkbook workbook = open(payload.asFile())) {
            work.with(workbook);
        }
    }

    private ReadableWorkbook open(Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile());
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private UnreadableFileException damaged(RuntimeException cause) {
        return UnreadableFileException.of(
                file, "is a workbook that cannot be read, or is damaged: " + cause.getMessage(), cause);
    }

    private static String place(Sheet sheet, Row row) {
        return "sheet '" + sheet.getName() + "', row " + row.getRowNum();
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    private interface Work {
        void with(ReadableWorkbook workbook) throws IOException;
    }
}
