package io.tillstream.rowfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose other columns are in a second file. */
class JoinedFilesTests {

    private static final String WHOLE = """
            event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
            2019-10-01 00:00:00 UTC,view,11,1487580005134238553,nails.polish.gel,ana,1.50,7,s-1
            2019-10-01 00:00:01 UTC,cart,12,1487580005134238554,,,2.00,7,s-1
            2019-10-01 00:00:02 UTC,view,11,1487580005134238553,nails.polish.gel,ana,1.50,8,s-2
            """;

    private static final String EVENTS = """
            event_time,event_type,product_id,price,user_id,user_session
            2019-10-01 00:00:00 UTC,view,11,1.50,7,s-1
            2019-10-01 00:00:01 UTC,cart,12,2.00,7,s-1
            2019-10-01 00:00:02 UTC,view,11,1.50,8,s-2
            """;

    private static final String ITEMS = """
            product_id,category_id,category_code,brand
            11,1487580005134238553,nails.polish.gel,ana
            12,1487580005134238554,,
            13,1487580005134238555,,sol
            """;

    @TempDir
    private Path folder;

    @Test
    void areTheSameAsRowsThatSayAllThemselves() throws IOException {
        List<String> whole = rows(file("whole.csv", WHOLE), ColumnNames.AS_WRITTEN);
        assertThat(rows(file("events.csv", EVENTS), joined(ITEMS)))
                .isEqualTo(whole)
                .hasSize(3);
        String foreign = ITEMS.replace(',', ';').replace("product_id", " Product_ID");
        assertThat(rows(Samples.write(folder.resolve("e.gz"), Samples.gzip(Samples.utf8(EVENTS))), joined(foreign)))
                .isEqualTo(whole);
        Path packed = Samples.write(folder.resolve("i.csv.gz"), Samples.gzip(Samples.utf8(ITEMS)));
        assertThat(rows(file("events.csv", EVENTS), ColumnNames.AS_WRITTEN.joinedWith(packed, "product_id")))
                .isEqualTo(whole);
    }

    @Test
    void mayBeOfEveryFormat() throws IOException {
        List<String> whole = rows(file("whole.csv", WHOLE), ColumnNames.AS_WRITTEN);
        String json = """
                {"event_time":"2019-10-01 00:00:00 UTC","event_type":"view","product_id":11,"price":1.50,"user_id":7,\
                "user_session":"s-1"}
                """;
        assertThat(rows(file("events.ndjson", json), joined(ITEMS))).isEqualTo(whole.subList(0, 1));
        byte[] book = Samples.workbook(content -> {
            String[] lines = EVENTS.split("\n", -1);
            Worksheet sheet = content.newWorksheet("Events");
            for (int row = 0; row < 4; row++) {
                String[] values = lines[row].split(",", -1);
                for (int column = 0; column < values.length; column++) {
                    if (row > 0 && column == 2) {
                        sheet.value(row, column, Integer.parseInt(values[column]));
                    } else {
                        sheet.value(row, column, values[column]);
                    }
                }
            }
        });
        assertThat(rows(Samples.write(folder.resolve("e.xlsx"), book), joined(ITEMS)))
                .isEqualTo(whole);
    }

    @Test
    void sayWhatRepeatsAndWhatHasNoMatch() throws IOException {
        String items = ITEMS.replace("12,1487580005134238554,,\n", "11,1487580005134238559,,new\n");
        Path events = file("events.csv", EVENTS + "2019-10-01 00:00:03 UTC,view,,1.50,8,s-2\n");
        try (RowFile file = RowFile.open(events, null, joined(items))) {
            assertThat(file.description()).isEqualTo("CSV, UTF-8, joined with 2 rows of item.csv by product_id");
            assertThat(file.notes()).containsExactly("1 rows of item.csv repeat a product_id; the last of each counts");
            List<String> texts = new ArrayList<>();
            file.read(row -> texts.add(text(row)));
            assertThat(texts)
                    .containsExactly(
                            "2 view 11 1487580005134238559 new",
                            "3 [category_id missing]",
                            "4 view 11 1487580005134238559 new",
                            "5 [product_id missing, category_id missing]");
            assertThat(file.notes())
                    .last()
                    .isEqualTo("2 rows have no match in item.csv by product_id; their category_id, category_code, brand"
                            + " stay empty");
        }
    }

    @Test
    void takeForeignNamesOfBothFiles() throws IOException {
        String items = ITEMS.replace("product_id", "Artikel")
                .replace("brand", "Marke,Lager")
                .replace("\n1", ",\n1");
        items = items.replace("Marke,Lager,\n", "Marke,Lager\n").stripTrailing() + ",\n";
        ColumnNames names = ColumnNames.of(List.of("Artikel=product_id", "Marke=brand", "Lager=", "Art=event_type"));
        Path events = file("events.csv", EVENTS.replace("product_id", "Artikel").replace("event_type", "Art"));
        assertThat(rows(events, names.joinedWith(file("item.csv", items), "product_id")))
                .isEqualTo(rows(file("whole.csv", WHOLE), ColumnNames.AS_WRITTEN));
    }

    @Test
    void areRefusedWhereTheFilesDoNotGoTogether() throws IOException {
        refuse(
                EVENTS.replace("product_id", "sku"),
                ITEMS,
                "no column is called 'product_id', as --on says; there are" + " event_time, event_type, sku, price");
        refuse(
                EVENTS,
                ITEMS.replace("product_id", "sku"),
                "item.csv cannot be joined: no column is called 'product_id',"
                        + " as --on says; there are sku, category_id");
        refuse(
                WHOLE,
                ITEMS,
                "both this file and item.csv, which is joined with it, have category_id, category_code,"
                        + " brand; remove it from one of them");
        refuse(EVENTS, ITEMS.replace("brand", "colour"), "columns that are not fields of a row: colour");
        refuse(EVENTS, "product_id\n11\n", "it has no column beside product_id");
        refuse(EVENTS, ITEMS.replace("category_id,", "").replace("1487580005134238553,", ""), "line 3: the row has 4");
        refuse(EVENTS, ITEMS + "14,\"1487", "line 5, column 4: the quote that opens here is not closed");
        refuse(EVENTS, "{\"product_id\":1}\n", "item.csv is no CSV, as a file must be that rows are joined with");
        assertThatThrownBy(() -> ColumnNames.AS_WRITTEN.joinedWith(folder.resolve("none.csv"), "product_id"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("none.csv does not exist");
        assertThatThrownBy(() -> ColumnNames.AS_WRITTEN.joinedWith(folder.resolve("a.csv"), null))
                .hasMessage("--join needs --on COLUMN, the column that both files have");
        assertThatThrownBy(() -> ColumnNames.AS_WRITTEN.joinedWith(null, "product_id"))
                .hasMessage("--on needs --join FILE, the file with the other columns");
    }

    @Test
    void areRefusedWhenTheOtherFileDoesNotFitIntoMemory() throws IOException {
        StringBuilder items = new StringBuilder("product_id,category_id\n");
        for (int i = 0; i < 1_000; i++) {
            items.append(i).append(",c\n");
        }
        Path file = file("item.csv", items.toString());
        assertThatThrownBy(() -> JoinFile.read(file, "product_id", ColumnNames.AS_WRITTEN, 100_000))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("item.csv is too large to be joined")
                .hasMessageContaining("100000 bytes");
        assertThat(JoinFile.read(file, "product_id", ColumnNames.AS_WRITTEN, 400_000)
                        .notes())
                .isEmpty();
        Path again = file("again.csv", "product_id,category_id\n" + "1,c\n".repeat(100_000));
        assertThat(JoinFile.read(again, "product_id", ColumnNames.AS_WRITTEN, 1_000)
                        .notes())
                .singleElement()
                .asString()
                .startsWith("99,999 rows");
    }

    @Test
    void meanSomethingElseWithAnotherFile() throws IOException {
        List<String> meaning = joined(ITEMS).meaning();
        assertThat(meaning).singleElement().asString().matches("join=[0-9a-f]{64} on=product_id");
        assertThat(joined(ITEMS.replace("ana", "ina")).meaning()).isNotEqualTo(meaning);
        assertThat(joined(ITEMS).meaning()).isEqualTo(meaning);
        assertThat(ColumnNames.AS_WRITTEN.joinedWith(null, null).meaning()).isEmpty();
    }

    private void refuse(String events, String items, String reason) throws IOException {
        Path file = file("events.csv", events);
        assertThatThrownBy(() -> rows(file, joined(items)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(reason);
    }

    private ColumnNames joined(String items) throws IOException {
        return ColumnNames.AS_WRITTEN.joinedWith(file("item.csv", items), "product_id");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The lines that come of it, each in one text. */
    private static List<String> rows(Path path, ColumnNames columns) throws IOException {
        ShopEventFeed feed = new ShopEventFeed();
        RowValidator validator = feed.validator(RowSettings.USUAL);
        LineIdentity identity = LineIdentity.ofContent(feed.hashing());
        List<String> lines = new ArrayList<>();
        try (RowFile file = RowFile.open(path, null, columns)) {
            assertThat(file.feed().name()).isEqualTo(feed.name());
            file.read(row -> lines.add(lineOf(validator.validate(row.row(), 0, identity, Instant.EPOCH), feed)));
        }
        return lines;
    }

    private static String lineOf(RowResult result, ShopEventFeed feed) {
        return switch (result) {
            case RowResult.Accepted accepted -> new String(feed.wireForm().encode(accepted.line()), UTF_8);
            case RowResult.Rejection rejection -> throw new AssertionError(rejection.errors());
        };
    }

    private static String text(NumberedRow row) {
        ShopEventFeed feed = new ShopEventFeed();
        RowResult result =
                feed.validator(RowSettings.USUAL).validate(row.row(), 0, LineIdentity.unique(), Instant.EPOCH);
        return row.line() + " "
                + switch (result) {
                    case RowResult.Accepted accepted -> {
                        String json = new String(feed.wireForm().encode(accepted.line()), UTF_8);
                        yield json.replaceAll(
                                ".*\"eventType\":\"(\\w+)\",\"productId\":\"(\\d+)\",\"categoryId\":\"(\\d+)\",.*"
                                        + "\"brand\":\"(\\w+)\".*",
                                "$1 $2 $3 $4");
                    }
                    case RowResult.Rejection rejection ->
                        rejection.errors().toString().replace("FieldError[", "").replaceAll("\\](?=[,\\]])", "");
                };
    }
}
