package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.utf8;

import io.tillstream.rowfiles.WrongTypes.WrongType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks that no spreadsheet program writes. */
final class HostileWorkbooks {

    private static final int MEGABYTES = 150;
    private static final String HEADER = "<row r=\"1\">"
            + cell("A1", "InvoiceNo")
            + cell("B1", "StockCode")
            + cell("C1", "Description")
            + cell("D1", "Quantity")
            + cell("E1", "InvoiceDate")
            + cell("F1", "UnitPrice")
            + cell("G1", "CustomerID")
            + cell("H1", "Country")
            + "</row>";
    private static final String START = "<worksheet><sheetData>" + HEADER;
    private static final String END = "</sheetData></worksheet>";

    private HostileWorkbooks() {}

    static Map<String, WrongType> refused() {
        Map<String, WrongType> all = new LinkedHashMap<>();
        all.put(
                "huge-cell.xlsx",
                new WrongType(bomb("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>", "a", "</v></c></row>"), "times its size"));
        all.put(
                "large-cell.xlsx",
                sheet("<row r=\"2\">" + cell("A2", "a".repeat(2 << 20)) + "</row>", "cell of more than"));
        all.put("huge-tag.xlsx", sheet("<row r=\"2\" x=\"" + "a".repeat(2 << 20) + "\"/>", "cell of more than"));
        all.put("many-cells.xlsx", sheet("<row r=\"2\">" + "<c><v>1</v></c>".repeat(20_000) + "</row>", "16384 cells"));
        all.put("far-column.xlsx", sheet("<row r=\"2\">" + cell("ZZZZZZ2", "x") + "</row>", "ZZZZZZ2"));
        all.put("far-row.xlsx", sheet("<row r=\"999999999\"/>", "999999999"));
        all.put(
                "deep.xlsx",
                sheet("<row r=\"2\">" + "<a>".repeat(100_000) + "</row>", "not written by a spreadsheet program"));
        all.put(
                "bad-number.xlsx",
                sheet("<row r=\"2\"><c r=\"D2\"><v>six\u202E</v></c></row>", "sheet 'Rows', cell D2"));
        all.put("bad-text.xlsx", sheet("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>77</v></c></row>", "cell B2"));
        all.put(
                "entities.xlsx",
                book(
                        "<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(1_000) + "\">]>" + START + END,
                        "visible",
                        "not written by a spreadsheet program"));
        all.put("hidden-only.xlsx", book(START + END, "hidden", "hidden sheet 'Rows'"));
        return all;
    }

    static Map<String, byte[]> read() {
        String row = "<row r=\"2\">" + cell("A2", "1") + cell("B2", "2") + "<c r=\"D2\"><v>1</v></c>"
                + "<c r=\"E2\"><v>1E-999999999</v></c><c r=\"F2\"><v>1E-400</v></c>" + cell("H2", "EIRE") + "</row>";
        return Map.of("tiny-numbers.xlsx", sheet(row, "").bytes());
    }

    private static WrongType sheet(String rows, String says) {
        return book(START + rows + END, "visible", says);
    }

    private static WrongType book(String sheet, String state, String says) {
        byte[] bytes = Samples.written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                putParts(zip, state);
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                zip.write(utf8(sheet));
            }
        });
        return new WrongType(bytes, says);
    }

    /** One cell of hundreds of megabytes, in a file of one. */
    private static byte[] bomb(String before, String filling, String after) {
        return Samples.written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                putParts(zip, "visible");
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                zip.write(utf8(START + before));
                fill(zip, utf8(filling.repeat(1 << 20)));
                zip.write(utf8(after + END));
            }
        });
    }

    private static void fill(OutputStream out, byte[] megabyte) throws IOException {
        for (int i = 0; i < MEGABYTES; i++) {
            out.write(megabyte);
        }
    }

    private static void putParts(ZipOutputStream zip, String state) throws IOException {
        put(zip, "[Content_Types].xml", "<Types/>");
        put(zip, "xl/workbook.xml", """
                <workbook xmlns:r="r"><sheets><sheet name="Rows" sheetId="1" state="%s" r:id="a"/></sheets></workbook>
                """.formatted(state));
        put(zip, "xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>
                """);
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(utf8(content));
    }

    private static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"str\"><v>" + text + "</v></c>";
    }
}
