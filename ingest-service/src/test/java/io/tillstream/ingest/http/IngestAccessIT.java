package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The service where others can reach it: every row comes by a key. */
final class IngestAccessIT {

    private static final String ROW = """
            {"InvoiceNo":"536365","StockCode":"85123A","Quantity":6,"InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,
             "Country":"EIRE"}""";

    private static IngestServer server;

    @BeforeAll
    static void start() {
        server = IngestServer.start(
                "--server.address=0.0.0.0",
                "--tillstream.access.keys[0].id=till",
                "--tillstream.access.keys[0].hash=d73f0d5e2b1426fae98de8cc30f0a4c6bec17d494694df10ff2517416c135af6",
                "--tillstream.access.keys[0].scopes=ingest:write",
                "--tillstream.access.keys[0].store-id=shop-1",
                "--tillstream.access.keys[1].id=desk",
                "--tillstream.access.keys[1].hash=c8d0de450aa26922a3d6b467d83a33b44f1aa0649c267736cf934c9e80ab616b",
                "--tillstream.access.keys[1].scopes=query:read",
                "--tillstream.access.keys[2].id=slow",
                "--tillstream.access.keys[2].hash=b7eccf64df1038b19bdf531cd88a96a8b81e7c4af5ef66259f78390066dc2995",
                "--tillstream.access.keys[2].scopes=ingest:write",
                "--tillstream.access.keys[2].limits.rows.per-second=1",
                "--tillstream.access.keys[2].limits.rows.burst=10",
                "--tillstream.access.keys[3].id=head",
                "--tillstream.access.keys[3].hash=dee48f51aba354de2dc84faec6c754b06d61be19220b37e825d265be188cbdd3",
                "--tillstream.access.keys[3].scopes=admin",
                "--tillstream.access.keys[3].store-id=shop-1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void streamTakesAll() {
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
    }

    @Test
    void takesRowsFromAKeyThatMaySendThem() throws Exception {
        assertThat(post("tsk_till_secret", ROW).statusCode()).isEqualTo(202);
        assertThat(post("tsk_till_guess", ROW).statusCode()).isEqualTo(401);
        assertThat(post("tsk_desk_secret", ROW).statusCode()).isEqualTo(403);
        HttpResponse<String> keyless = server.send(server.rows("application/json", ROW.getBytes(UTF_8)));
        assertThat(keyless.statusCode()).isEqualTo(401);
        assertThat(keyless.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(FakeStream.PUBLISHER.lines()).hasSize(1);
    }

    @Test
    void letsOnlyAnAdministratorOfTheStoreVoidItsLines() throws Exception {
        String line = "/invoices/536365/lines/85123A/1";
        assertThat(delete("tsk_till_secret", line).statusCode()).isEqualTo(403);
        assertThat(delete("tsk_head_secret", line + "?store=shop-2").statusCode())
                .isEqualTo(400);
        assertThat(FakeStream.PUBLISHER.lines()).isEmpty();
        assertThat(delete("tsk_head_secret", line).statusCode()).isEqualTo(202);
        assertThat(FakeStream.PUBLISHER.lines())
                .singleElement()
                .returns(Optional.of(new StoreId("shop-1")), TransactionLine::storeId)
                .returns(Optional.of("head"), TransactionLine::voidedBy);
        assertThat(post("tsk_head_secret", ROW).statusCode()).isEqualTo(403);
    }

    @Test
    void bindsRowsToTheStoreOfTheirKey() throws Exception {
        String others = ROW.replace("{", "{\"StoreId\":\"shop-2\",");
        HttpResponse<String> response = post("tsk_till_secret", "[" + ROW + "," + others + "]");
        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode answer = new ObjectMapper().readTree(response.body());
        assertThat(answer.at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(answer.at("/errors/0/field").asString()).isEqualTo("StoreId");
        assertThat(FakeStream.PUBLISHER.lines())
                .extracting(TransactionLine::storeId)
                .singleElement()
                .asString()
                .contains(new StoreId("shop-1").value());
    }

    @Test
    void publishesNoneOfTheRowsThatAreTooManyForTheirKey() throws Exception {
        String twenty = "[" + String.join(",", Collections.nCopies(20, ROW)) + "]";
        assertThat(post("tsk_slow_secret", twenty).statusCode()).isEqualTo(202);
        HttpResponse<String> response = post("tsk_slow_secret", ROW);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("urn:tillstream:problem:too-many-rows-a-second");
        assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(5, 11);
        assertThat(FakeStream.PUBLISHER.lines()).hasSize(20);
    }

    @Test
    void showsItsHealthAndItsDocumentToEverybodyAndNothingElse() throws Exception {
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(status("/swagger-ui/index.html")).isEqualTo(200);
        assertThat(server.send(server.request("/v3/api-docs")).body()).contains("securitySchemes", "X-Api-Key");
        assertThat(status("/actuator/prometheus")).isEqualTo(401);
        assertThat(status("/nowhere")).isEqualTo(401);
    }

    /** By hand, since no client is willing to send such a byte. */
    @Test
    void leavesHeadersToThoseWhoReadThem() throws Exception {
        String request = String.join(
                "\r\n",
                "POST /transactions HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "X-Api-Key: tsk_till_secret",
                "Idempotency-Key: a\u0085b",
                "Content-Type: application/json",
                "Content-Length: 2",
                "",
                "[]");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("urn:tillstream:problem:bad-idempotency-key");
        }
    }

    @Test
    void refusesToStartWithoutKeysUnlessToldByName() {
        assertThatThrownBy(() -> IngestServer.start("--tillstream.access.mode=keys"))
                .rootCause()
                .hasMessageContaining("nobody could call");
    }

    private static int status(String path) throws Exception {
        return server.send(server.request(path)).statusCode();
    }

    private static HttpResponse<String> delete(String key, String path) throws Exception {
        return server.send(
                server.request(path).header("Authorization", "Bearer " + key).DELETE());
    }

    private static HttpResponse<String> post(String key, String body) throws Exception {
        return server.send(
                server.rows("application/json", body.getBytes(UTF_8)).header("Authorization", "Bearer " + key));
    }
}
