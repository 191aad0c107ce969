package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.CSV_HEADER;
import static io.tillstream.ingest.Bodies.CSV_ROW;
import static io.tillstream.ingest.Bodies.ROW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.TransactionLine;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class FormsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakePublisher STREAM = FakeStream.PUBLISHER;

    private final IngestServer server = IngestServer.shared();

    @BeforeEach
    void streamTakesAll() {
        STREAM.answer(new PublishResult.Stored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
                "Application/X-NDJSON; charset=utf-8"
            })
    void takesALineForARowWhateverTheOthersAre(String contentType) throws Exception {
        JsonNode answer = post(contentType, ("\n" + ROW + "\n{\"InvoiceNo\n\n7\n" + ROW).getBytes(UTF_8));
        assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/lines/1/row").asInt()).isEqualTo(3);
        assertThat(answer.at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("malformed");
        assertThat(answer.at("/errors/0/message").asString()).contains("column 12");
        assertThat(answer.at("/errors/1/code").asString()).isEqualTo("not_an_object");
    }

    @Test
    void takesCsvAndRejectsOnlyTheRowsAtFault() throws Exception {
        String csv = "\uFEFF" + CSV_HEADER + "\r\n" + CSV_ROW + "\r\n\r\n" + CSV_ROW + ",more\r\n"
                + CSV_ROW.replace(",6,", ",six,") + "\r\n" + CSV_ROW.replace("WHITE", "\"WHITE,\r\n\"\"RED\"\"\"");
        JsonNode answer = post("text/csv", csv.getBytes(UTF_8));
        // The last description goes on after its closing quote.
        assertThat(answer.at("/status").asInt()).isEqualTo(400);
        assertThat(answer.at("/line").asInt()).isEqualTo(7);
        String mended = csv.replace("\"\"\" HANGING HEART T-LIGHT HOLDER", "\"\"\"");
        JsonNode second = post("text/csv", mended.getBytes(UTF_8));
        assertThat(second.at("/accepted").asInt()).isEqualTo(2);
        assertThat(second.at("/lines/1/row").asInt()).isEqualTo(3);
        assertThat(second.at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(second.at("/errors/0/code").asString()).isEqualTo("wrong_number_of_values");
        assertThat(second.at("/errors/1/field").asString()).isEqualTo("Quantity");
        assertThat(STREAM.lines().get(1).description()).contains("WHITE, \"RED\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8"})
    void takesCsvInItsCharsetAndWithOtherNames(String charset) throws Exception {
        String csv = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
                + CSV_ROW.replace("WHITE", "10£");
        post("text/csv;charset=" + charset, csv.getBytes(Charset.forName(charset)));
        TransactionLine line = STREAM.lines().getFirst();
        assertThat(line.description()).contains("10£ HANGING HEART T-LIGHT HOLDER");
        assertThat(line.customerId()).isPresent();
    }

    @Test
    void refusesCsvThatIsNotInItsCharset() throws Exception {
        byte[] csv = (CSV_HEADER + "\n" + CSV_ROW.replace("WHITE", "10£")).getBytes(ISO_8859_1);
        JsonNode problem = post("text/csv", csv);
        assertThat(problem.at("/status").asInt()).isEqualTo(400);
        assertThat(problem.at("/line").asInt()).isEqualTo(2);
        assertThat(STREAM.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"application/json,gzip", "application/x-ndjson,GZIP", "text/csv,x-gzip"})
    void takesEveryFormCompressed(String contentType, String coding) throws Exception {
        byte[] body = Bodies.gzip(contentType.equals("text/csv") ? CSV_HEADER + "\n" + CSV_ROW : ROW);
        HttpResponse<String> response =
                server.send(server.rows(contentType, body).header("Content-Encoding", coding));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(STREAM.lines()).hasSize(1);
    }

    @Test
    void takesIdentityAsNoCoding() throws Exception {
        assertThat(server.send(server.rows("application/json", ROW.getBytes(UTF_8))
                                .header("Content-Encoding", "identity"))
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"application/json,[]", "application/x-ndjson,'\n'", "text/csv,'InvoiceNo,Country\n'"})
    void acknowledgesNoRows(String contentType, String body) throws Exception {
        HttpResponse<String> response = server.send(server.rows(contentType, body.getBytes(UTF_8)));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("{\"accepted\":0,\"rejected\":0,\"lines\":[]}");
    }

    @Test
    void derivesTheSameIdsFromAKeyInEveryForm() throws Exception {
        String first = keyed("application/json", "[" + ROW + "," + ROW + "]");
        assertThat(keyed("application/x-ndjson", ROW + "\n\n" + ROW)).isEqualTo(first);
        assertThat(keyed("text/csv", CSV_HEADER + "\n" + CSV_ROW + "\n" + CSV_ROW))
                .isEqualTo(first);
    }

    private String keyed(String contentType, String body) throws Exception {
        return server.send(server.rows(contentType, body.getBytes(UTF_8)).header("Idempotency-Key", "forms-1"))
                .body();
    }

    private JsonNode post(String contentType, byte[] body) throws Exception {
        return JSON.readTree(server.send(server.rows(contentType, body)).body());
    }
}
