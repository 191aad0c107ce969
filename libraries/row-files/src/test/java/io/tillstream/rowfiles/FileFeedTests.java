package io.tillstream.rowfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which feed the rows of a file are of. */
class FileFeedTests {

    private static final String EVENTS = """
            event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
            2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde-8bb3
            """;

    private static final String JSON_EVENT = """
            {"eventTime":"2019-10-01T00:00:00Z","eventType":"cart","productId":"1","categoryId":"2","price":1,"userId":"3"}
            """;

    @TempDir
    private Path folder;

    @Test
    void theHeaderTells() throws IOException {
        assertThat(feedOf("a.csv", EVENTS)).isEqualTo("events");
        assertThat(feedOf("b.csv", Samples.CSV)).isEqualTo("transactions");
        assertThat(feedOf("c.csv", EVENTS.replace(',', ';').replace("price", "Price")))
                .isEqualTo("events");
    }

    @Test
    void theFirstRowOfJsonTellsThatIsOne() throws IOException {
        assertThat(feedOf("a.ndjson", JSON_EVENT)).isEqualTo("events");
        assertThat(feedOf("b.ndjson", "{\"eventTime\": oops\n\n" + JSON_EVENT)).isEqualTo("events");
        assertThat(feedOf("c.ndjson", "{\"InvoiceNo\":\"536365\",\"Country\":\"EIRE\"}\n" + JSON_EVENT))
                .isEqualTo("transactions");
    }

    @Test
    void theFirstSheetOfRowsTells() throws IOException {
        Path book = folder.resolve("a.xlsx");
        Samples.write(book, Samples.workbook(content -> {
            fill(content.newWorksheet("Notes"), "nothing,of,this");
            fill(content.newWorksheet("Visits"), EVENTS);
        }));
        try (RowFile opened = RowFile.open(book)) {
            assertThat(opened.feed().name()).hasToString("events");
            assertThat(opened.notes()).singleElement().asString().contains("'Notes' was skipped");
        }
    }

    @Test
    void foreignNamesCountAsWhatTheyStandFor() throws IOException {
        Path file = file("a.csv", EVENTS.replace("product_id", "Artikel"));
        ColumnNames names = ColumnNames.of(List.of("Artikel=product_id"));
        try (RowFile opened = RowFile.open(file, null, names)) {
            assertThat(opened.feed().name()).hasToString("events");
        }
    }

    @Test
    void saysWhatIsWrongByTheFeedThatIsClosest() {
        Path file = file("a.csv", EVENTS.replace("product_id,", ""));
        assertThatThrownBy(() -> RowFile.open(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("the header lacks product_id; it names event_time");
    }

    @Test
    void saysWhatEachFeedWouldNeed() throws IOException {
        String lacking = "rows of events lack event_type, price, user_id; transactions lack InvoiceNo, StockCode,"
                + " Quantity, InvoiceDate, UnitPrice, Country";
        String names = "event_time,product_id,category_id,menge";
        assertThatThrownBy(() -> RowFile.open(file("a.csv", names + "\n1,2,3,4\n")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 1: the header lacks event_type, price, user_id; it names event_time,"
                        + " product_id, category_id, menge; " + lacking);
        assertThatThrownBy(() -> RowFile.open(file("b.csv", "datum,menge\n1,2\n")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(
                        "this is no header of rows; it names datum, menge; rows of events lack event_time,"
                                + " event_type, product_id, category_id, price, user_id; transactions lack InvoiceNo,")
                .hasMessageContaining("give --map THEIRS=OURS");
        Path book = folder.resolve("c.xlsx");
        Samples.write(book, Samples.workbook(content -> {
            fill(content.newWorksheet("Notes"), "datum,menge");
            fill(content.newWorksheet("More"), "nothing");
        }));
        assertThatThrownBy(() -> RowFile.open(book))
                .hasMessageContaining(
                        "; sheet 'Notes': this is no header of rows; it names datum, menge; rows of events"
                                + " lack event_time");
    }

    @Test
    void aFeedThatIsNotAskedForIsNoneOfThem() {
        Path file = file("a.csv", EVENTS);
        assertThatThrownBy(() -> open(file, "transactions"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("the header lacks InvoiceNo");
        Feeds transactions = feeds("transactions");
        assertThatThrownBy(() -> ColumnNames.of(List.of("Marke=brand"), transactions))
                .hasMessage("a row has no field 'brand'; there are InvoiceNo, StockCode, Description, Quantity,"
                        + " InvoiceDate, UnitPrice, CustomerID, Country, LineId, StoreId");
    }

    @Test
    void ownColumnsFitTheFeedThatDeclaresThem() throws IOException {
        String withOwn =
                EVENTS.replace("user_session\n", "user_session,Campaign\n").replaceFirst("8bb3\n", "8bb3,spring\n");
        Path file = file("own.csv", withOwn);
        try (RowFile opened = open(file, extended(false))) {
            assertThat(opened.feed().name()).hasToString("events");
            List<NumberedRow> rows = new ArrayList<>();
            opened.read(rows::add);
            assertThat(rows).hasSize(1);
        }
        assertThatThrownBy(() -> open(file, "transactions", "events"))
                .hasMessageContaining("columns that are not fields of a row: Campaign; leave columns out")
                .hasMessageEndingWith("or declare them in fields.yml: - {name: campaign, type: text}");
    }

    @Test
    void undeclaredColumnsAreTakenWhereTheyAreKept() throws IOException {
        Path file = file(
                "kept.csv", EVENTS.replace("user_session\n", "user_session,x\n").replaceFirst("8bb3\n", "8bb3,1\n"));
        try (RowFile opened = open(file, extended(true))) {
            assertThat(opened.feed().name()).hasToString("events");
        }
        Path foreign = file("foreign.csv", "nothing,of,this\n1,2,3\n");
        assertThatThrownBy(() -> open(foreign, extended(true))).hasMessageContaining("this is no header of rows");
        Path nameless = file("nameless.csv", EVENTS.replace("price,", "price,,").replace("35.79,", "35.79,1,"));
        assertThatThrownBy(() -> open(nameless, extended(true))).hasMessageContaining("has no name in the header");
    }

    @Test
    void foreignNamesMayStandForOwnFields() {
        assertThat(ColumnNames.of(List.of("Aktion=campaign"), extended(false)).isEmpty())
                .isFalse();
        assertThatThrownBy(() -> ColumnNames.of(List.of("Aktion=campaign"), feeds("events")))
                .hasMessageContaining("a row has no field 'campaign'");
    }

    private static Feeds extended(boolean keepsUnknown) {
        OwnField campaign = new OwnField("campaign", List.of(), new OwnType.Text(20), false, "");
        return feeds("transactions", "events")
                .with(Map.of(new FeedName("events"), new OwnFields(List.of(campaign), keepsUnknown)));
    }

    private static RowFile open(Path file, Feeds feeds) throws IOException {
        return RowFile.open(file, null, ColumnNames.AS_WRITTEN, FileLimits.defaults(), feeds);
    }

    private String feedOf(String name, String text) throws IOException {
        try (RowFile opened = open(file(name, text), "transactions", "events")) {
            return opened.feed().name().value();
        }
    }

    private static RowFile open(Path file, String... names) throws IOException {
        return open(file, feeds(names));
    }

    private static Feeds feeds(String... names) {
        return Feeds.installed().chosen(Arrays.stream(names).map(FeedName::new).toList());
    }

    private static void fill(Worksheet sheet, String csv) {
        List<String> rows = csv.lines().toList();
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    private Path file(String name, String text) {
        return Samples.write(folder.resolve(name), text, UTF_8);
    }
}
