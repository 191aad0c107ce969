package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A workbook: the rows of all visible sheets whose first line is a header of rows, in their order. Online Retail II has
 * two. Only one row, and the distinct texts of the workbook, are held at a time.
 */
final class WorkbookRows implements RowReader {

    private static final int NAMES_SHOWN = 10;
    private static final int NAMES_AS_EXAMPLE = 2;

    private final Path file;
    private final Payload payload;
    private final ColumnNames wanted;

    /** Once a sheet has told the feed, only that one. */
    private Feeds feeds;

    private final FileLimits limits;
    private final WorkbookParts parts;
    private final SharedTexts shared;
    private final List<WorkbookParts.Sheet> sheets = new ArrayList<>();
    private final List<WorkbookParts.Sheet> others = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    /** What is wrong with the first lines of the other sheets. */
    private final List<String> faults = new ArrayList<>();

    private WorkbookRows(Path file, Payload payload, ColumnNames wanted, Feeds feeds, ZipArchive zip)
            throws IOException {
        this.file = file;
        this.payload = payload;
        this.wanted = wanted;
        this.feeds = feeds;
        this.limits = payload.limits();
        this.parts = WorkbookParts.of(zip, limits);
        this.shared = sharedTexts(zip);
    }

    static WorkbookRows of(Path file, Payload payload, ColumnNames wanted, Feeds feeds) throws IOException {
        try (ZipArchive zip = ZipArchive.open(payload.asFile(), payload.limits())) {
            WorkbookRows rows = new WorkbookRows(file, payload, wanted, feeds, zip);
            rows.chooseSheets(zip);
            String fault = wanted.faultIn(rows.names).orElse(null);
            if (fault != null) {
                throw UnreadableFileException.of(file, "cannot be read so: " + fault);
            }
            return rows;
        }
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        try (ZipArchive zip = ZipArchive.open(payload.asFile(), limits)) {
            long count = 0;
            for (WorkbookParts.Sheet sheet : sheets) {
                count = readSheet(zip, sheet, count, rows);
            }
        }
    }

    @Override
    public Feed feed() {
        return feeds.all().getFirst();
    }

    @Override
    public String description() {
        return "XLSX, " + named(sheets);
    }

    @Override
    public List<String> notes() {
        List<WorkbookParts.Sheet> hidden = hidden();
        List<String> notes = new ArrayList<>(leftOut);
        if (!others.isEmpty()) {
            notes.add(named(others) + " was skipped, because it does not begin with a header of rows");
        }
        if (!hidden.isEmpty()) {
            notes.add("the hidden " + named(hidden) + " was skipped; show it in the workbook to have it read");
        }
        return notes;
    }

    @Override
    public OptionalLong estimatedRows() {
        return OptionalLong.empty();
    }

    private SharedTexts sharedTexts(ZipArchive zip) throws IOException {
        if (parts.sharedTexts().isEmpty()) {
            return SharedTexts.none(limits);
        }
        try (XmlPart xml = XmlPart.open(zip, parts.sharedTexts().get(), limits)) {
            return SharedTexts.read(xml, limits);
        }
    }

    private void chooseSheets(ZipArchive zip) throws IOException {
        for (WorkbookParts.Sheet sheet : parts.sheets()) {
            if (sheet.isVisible()) {
                choose(zip, sheet);
            }
        }
        if (sheets.isEmpty()) {
            String hidden = hidden().isEmpty() ? "" : "; the hidden " + named(hidden()) + " is not read, unless shown";
            throw UnreadableFileException.of(
                    file,
                    "has no sheet that begins with a header of rows such as " + usualNames() + ", …" + ofFirst()
                            + hidden);
        }
    }

    /** Of the first sheet that has a line; of the others it would say much the same. */
    private String ofFirst() {
        return faults.isEmpty() ? "" : "; " + place(others.getFirst()) + ": " + faults.getFirst();
    }

    private String usualNames() {
        return feed().fields().labels().stream().limit(NAMES_AS_EXAMPLE).collect(Collectors.joining(", "));
    }

    private void choose(ZipArchive zip, WorkbookParts.Sheet sheet) throws IOException {
        SheetLine first = firstLine(zip, sheet).orElse(null);
        if (first == null) {
            return;
        }
        FileColumns columns = FileColumns.of(SheetRow.names(first), wanted);
        Header header = columns.header(feeds);
        if (header.isForeign()) {
            others.add(sheet);
            header.fault().ifPresent(faults::add);
            return;
        }
        String fault = header.fault().orElse(null);
        if (fault != null) {
            throw UnreadableFileException.at(file, place(sheet) + ", row " + first.number(), fault);
        }
        feeds = new Feeds(List.of(header.feed()));
        sheets.add(sheet);
        names.addAll(columns.written());
        leftOut.addAll(columns.notes());
    }

    private Optional<SheetLine> firstLine(ZipArchive zip, WorkbookParts.Sheet sheet) throws IOException {
        try (SheetReader reader = open(zip, sheet)) {
            return next(reader, sheet);
        }
    }

    private long readSheet(ZipArchive zip, WorkbookParts.Sheet sheet, long before, RowConsumer consumer)
            throws IOException {
        long count = before;
        try (SheetReader reader = open(zip, sheet)) {
            Optional<SheetLine> line = next(reader, sheet);
            FileColumns columns = FileColumns.of(line.map(SheetRow::names).orElse(List.of()), wanted);
            SheetRow header = new SheetRow(columns.names(), new ExcelTime(parts.from1904()));
            for (line = next(reader, sheet); line.isPresent(); line = next(reader, sheet)) {
                RawRow row = columns.named(header.toRawRow(line.get()));
                if (!consumer.accept(new NumberedRow(++count, line.get().number(), sheet.name(), row))) {
                    throw new Stopped();
                }
            }
        }
        return count;
    }

    private SheetReader open(ZipArchive zip, WorkbookParts.Sheet sheet) throws IOException {
        return new SheetReader(XmlPart.open(zip, sheet.part(), limits), shared, limits);
    }

    private Optional<SheetLine> next(SheetReader reader, WorkbookParts.Sheet sheet) throws IOException {
        try {
            return reader.next();
        } catch (BadCellException e) {
            throw UnreadableFileException.at(
                    file,
                    place(sheet) + ", " + e.place(),
                    e.reason() + "; open it in a spreadsheet program, correct it, and save it again");
        }
    }

    private List<WorkbookParts.Sheet> hidden() {
        return parts.sheets().stream().filter(sheet -> !sheet.isVisible()).toList();
    }

    private static String place(WorkbookParts.Sheet sheet) {
        return "sheet '" + sheet.name() + "'";
    }

    private static String named(List<WorkbookParts.Sheet> sheets) {
        List<String> names = sheets.stream()
                .limit(NAMES_SHOWN)
                .map(WorkbookParts.Sheet::name)
                .toList();
        return (sheets.size() == 1 ? "sheet '" : "sheets '")
                + String.join("', '", names)
                + (sheets.size() > NAMES_SHOWN ? "', …" : "'");
    }
}
