package io.tillstream.producer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.codec.JsonRows;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.OwnField;
import io.tillstream.model.row.OwnFields;
import io.tillstream.model.row.OwnType;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTests {

    private static final Feed TRANSACTIONS = new TransactionFeed();
    private static final Feed EVENTS = new ShopEventFeed();
    private static final LineIdentity ID = (content, place) -> new LineId("7f-1");

    @Test
    void writesTransactionsAsItAlwaysDid() {
        String full = """
                {"InvoiceNo":"C536379","StockCode":"D","Description":"Discount, \\"big\\"","Quantity":-1,\
                "InvoiceDate":"2010-12-01T09:41","UnitPrice":1000000.50,"CustomerID":"14527","Country":"EIRE",\
                "LineId":"7f-1","StoreId":"soho"}""";
        assertThat(written(TRANSACTIONS, full, "cork")).isEqualTo(full);
        String less = """
                {"InvoiceNo":"536379","StockCode":"D","Quantity":1,"InvoiceDate":"2010-12-01T09:41:05",\
                "UnitPrice":0.00,"Country":"EIRE","LineId":"7f-1"}""";
        assertThat(written(TRANSACTIONS, less, "")).isEqualTo(less);
        assertThat(written(TRANSACTIONS, less, "cork")).isEqualTo(less.replace("}", ",\"StoreId\":\"cork\"}"));
    }

    @Test
    void writesEventsSoThatTheyAreReadAsTheyWere() {
        String row = """
                {"event_time":"2019-10-01T00:00:00.250Z","event_type":"remove_from_cart","product_id":"1",\
                "category_id":"1487580005134238553","category_code":"a.b","brand":"c","price":-2.62,"user_id":"3",\
                "user_session":"s-1","event_id":"7f-1","store_id":"soho"}""";
        assertThat(written(EVENTS, row, "cork")).isEqualTo(row);
        String least = """
                {"eventTime":"2019-10-01 02:00:00+02:00","eventType":"view","productId":"1","categoryId":"2","price":"1",\
                "userId":"3"}""";
        FeedLine line = line(EVENTS, least);
        assertThat(line(EVENTS, new RowWriter(EVENTS).valid(line, ""))).isEqualTo(line);
    }

    @Test
    void writesOwnFieldsBesideThoseOfTheFeed() {
        Feed extended = TRANSACTIONS.with(new OwnFields(
                List.of(
                        new OwnField("channel", List.of("Sales Channel"), new OwnType.Text(20), false, ""),
                        new OwnField("vat", List.of(), new OwnType.Numeral(null, null, 2), false, ""),
                        new OwnField("gift", List.of(), new OwnType.Flag(), false, "")),
                true));
        String row = """
                {"InvoiceNo":"536379","StockCode":"D","Quantity":1,"InvoiceDate":"2010-12-01T09:41:05",\
                "UnitPrice":0.00,"Country":"EIRE","LineId":"7f-1","Sales Channel":"web","VAT":"19.50","gift":"yes",\
                "Till No":7}""";
        FeedLine line = line(extended, row);
        assertThat(new RowWriter(extended).valid(line, ""))
                .endsWith(",\"LineId\":\"7f-1\",\"channel\":\"web\",\"gift\":true,\"till_No\":\"7\",\"vat\":19.5}");
        assertThat(line(extended, new RowWriter(extended).valid(line, ""))).isEqualTo(line);
    }

    private static String written(Feed feed, String row, String store) {
        return new RowWriter(feed).valid(line(feed, row), store);
    }

    private static FeedLine line(Feed feed, String row) {
        List<FeedLine> lines = new ArrayList<>();
        try {
            new JsonRows().read(new ByteArrayInputStream(("[" + row + "]").getBytes(UTF_8)), (raw, place) -> {
                RowResult result = feed.validator(RowSettings.USUAL).validate(raw, 0, ID, Instant.EPOCH);
                assertThat(result).isInstanceOf(RowResult.Accepted.class);
                lines.add(((RowResult.Accepted) result).line());
            });
        } catch (IOException | MalformedRows e) {
            throw new IllegalArgumentException(e);
        }
        return lines.getFirst();
    }
}
