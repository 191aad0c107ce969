package io.tillstream.query.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.LineContent;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.query.QueryServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of rows that want to be taken for something else, seen with a browser's eyes. */
class HostileTextIT {

    private static final String REVERSED = "\u202eynamreG";
    private static final String SCRIPT = "<img src=x onerror=\"document.title='taken over'\">";

    /** Every page asks the warehouse, which is not there, for as long as it may. */
    private static final String NO_WAREHOUSE = "--tillstream.query.analytics.connect-within=250ms";

    @TempDir
    private Path profile;

    @Test
    void showsTextAsTextAndMarksWhatIsNotSeen() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start(NO_WAREHOUSE)) {
            server.store().add(List.of(line("N1", "acme/42;..%", REVERSED, SCRIPT)));

            String invoice = page(server, "invoice", "N1");
            assertThat(invoice)
                    .contains(">U+202E</span>ynamreG</bdi>", "&lt;img src=x onerror=", "<title>N1 · Tillstream</title>")
                    .contains("href=\"#/customer/acme%2F42%3B..%25\"")
                    .doesNotContain("\u202e", "<img src=\"x\"");
        }
    }

    @Test
    void findsTheCustomerOfAnyNumber() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start(NO_WAREHOUSE)) {
            for (String id : List.of("acme/42", "..", "a;b", "100%", "back\\slash", "#?&")) {
                server.store().add(List.of(line("N" + Integer.toHexString(id.hashCode()), id, "France", "CUP")));
                assertThat(page(server, "customer", id))
                        .contains("Customer <bdi class=\"data\">" + id.replace("&", "&amp;") + "</bdi>")
                        .contains("<bdi class=\"data\">N" + Integer.toHexString(id.hashCode()) + "</bdi>");
            }
        }
    }

    private String page(QueryServer server, String view, String id) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(id, UTF_8).replace("+", "%20");
        return new Browser(profile).page(URI.create(server.address() + "/#/" + view + "/" + encoded));
    }

    private static TransactionLine line(String invoiceNo, String customer, String country, String description) {
        TransactionLine line = SampleLines.line(invoiceNo, "85123A", "1", customer, 6, "2.55");
        LineContent plain = line.content();
        LineContent hostile = new LineContent(
                plain.invoiceNo(),
                plain.stockCode(),
                description,
                plain.quantity(),
                plain.invoiceDate(),
                plain.unitPrice(),
                plain.customerId(),
                country,
                plain.storeId());
        return new TransactionLine(hostile, line.lineId(), line.receivedAt());
    }
}
