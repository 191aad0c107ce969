package io.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKey;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VoidsTests {

    private final IngestServer server = IngestServer.shared();

    @BeforeEach
    void streamTakesAll() {
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
    }

    @Test
    void publishesWhatVoidsTheLine() throws Exception {
        HttpResponse<String> response = delete("/invoices/536365/lines/85123A/till-1?reason=typed%20twice");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo("{\"invoiceNo\":\"536365\",\"stockCode\":\"85123A\",\"lineId\":\"till-1\"}");
        assertThat(FakeStream.PUBLISHER.lines())
                .singleElement()
                .returns(true, TransactionLine::isVoid)
                .returns(key(null, "85123A", "till-1"), TransactionLine::key)
                .returns(Optional.of("typed twice"), TransactionLine::description)
                .returns(Optional.of("open"), TransactionLine::voidedBy);
    }

    @Test
    void takesIdsThatNoPathCanHold() throws Exception {
        HttpResponse<String> response =
                delete("/invoices/536365/lines?stockCode=gift%2F1&lineId=a%3Bb&store=acme%2F42");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(FakeStream.PUBLISHER.lines())
                .singleElement()
                .returns(key("acme/42", "gift/1", "a;b"), TransactionLine::key);
    }

    @Test
    void saysWhichIdIsMissingOrCannotBeOne() throws Exception {
        for (String path : new String[] {
            "/invoices/536365/lines",
            "/invoices/536365/lines?stockCode=85123A",
            "/invoices/53%20/lines/85123A/1",
            "/invoices/536365/lines/85123A/1?store=",
            "/invoices/536365/lines/85123A/1?reason=%07"
        }) {
            RefusalTests.assertProblem(delete(path), 400, "bad-parameter");
        }
        assertThat(FakeStream.PUBLISHER.lines()).isEmpty();
    }

    @Test
    void saysWhenTheVoidIsNotStored() throws Exception {
        FakeStream.PUBLISHER.answer(new PublishResult.Unavailable("it is out", Duration.ofSeconds(1)));
        RefusalTests.assertProblem(delete("/invoices/536365/lines/85123A/1"), 503, "stream-unavailable");
        FakeStream.PUBLISHER.answer(new PublishResult.Refused("no rights"));
        RefusalTests.assertProblem(delete("/invoices/536365/lines/85123A/1"), 503, "stream-refuses");
        FakeStream.PUBLISHER.answer(new PublishResult.Spilled());
        HttpResponse<String> buffered = delete("/invoices/536365/lines/85123A/1");
        assertThat(buffered.statusCode()).isEqualTo(202);
        assertThat(buffered.body()).contains("\"buffered\":true");
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return server.send(server.request(path).method("DELETE", BodyPublishers.noBody()));
    }

    private static LineKey key(@Nullable String store, String stockCode, String lineId) {
        return new LineKey(
                store == null ? null : new StoreId(store),
                new InvoiceNumber("536365"),
                new StockCode(stockCode),
                new LineId(lineId));
    }
}
