package io.tillstream.localcloud.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.contract.BareEndpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsJsonHandlerTests {

    private static final String JSON = "application/x-amz-json-1.1";
    private static final String CBOR = "application/x-amz-cbor-1.1";

    private final ObjectMapper json = JsonMapper.builder().build();
    private final ObjectMapper cbor = CBORMapper.builder().build();
    private final BareEndpoint endpoint = new BareEndpoint(new Echo());
    private final HttpClient client = HttpClient.newHttpClient();

    /** Gives back what it is given. */
    private static final class Echo implements AwsOperations {

        record Reply(Instant when, ByteBuffer blob) {}

        @Override
        public String targetPrefix() {
            return "Echo_20260101";
        }

        @Override
        public Object call(String operation, AwsRequest request) {
            return switch (operation) {
                case "Echo" ->
                    new Reply(
                            request.timestamp("When").orElse(Instant.EPOCH),
                            ByteBuffer.wrap(request.requiredBlob("Blob")));
                case "Nothing" -> Map.of();
                case "Break" -> throw new IllegalStateException("a secret");
                default -> throw AwsError.unknownOperation(operation);
            };
        }
    }

    @AfterAll
    void close() {
        client.close();
        endpoint.close();
    }

    @Test
    void jsonHasMomentsInSecondsAndBlobsInBase64() throws Exception {
        HttpResponse<byte[]> response =
                call("Echo", JSON, "{\"When\":1767225600.25,\"Blob\":\"aGk=\"}".getBytes(UTF_8));
        assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"When\":1767225600.250,\"Blob\":\"aGk=\"}");
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
    }

    @Test
    void cborHasMomentsInTaggedMillisecondsAndBlobsAsBytes() throws Exception {
        byte[] request = cbor.writeValueAsBytes(
                cbor.createObjectNode().put("When", 1_767_225_600_250L).put("Blob", "hi".getBytes(UTF_8)));
        HttpResponse<byte[]> response = call("Echo", CBOR, request);
        JsonNode reply = cbor.readTree(response.body());
        assertThat(reply.get("When").longValue()).isEqualTo(1_767_225_600_250L);
        assertThat(reply.get("Blob").binaryValue()).isEqualTo("hi".getBytes(UTF_8));
        assertThat(response.body()).as("tag 1 before the moment").contains((byte) 0xC1);
        assertThat(response.headers().firstValue("Content-Type")).contains(CBOR);
    }

    @Test
    void anEmptyBodyIsAnEmptyRequest() throws Exception {
        assertThat(call("Nothing", JSON, new byte[0]).statusCode()).isEqualTo(200);
    }

    @Test
    void errorsCarryTheirTypeAndMessage() throws Exception {
        assertError(call("NoSuchThing", JSON, "{}".getBytes(UTF_8)), 400, "UnknownOperationException");
        assertError(call("Echo", JSON, "{\"Blob\"".getBytes(UTF_8)), 400, "SerializationException");
        assertError(call("Echo", JSON, "[]".getBytes(UTF_8)), 400, "SerializationException");
        assertError(call("Echo", JSON, "{\"Blob\":7}".getBytes(UTF_8)), 400, "SerializationException");
        assertError(call("Echo", JSON, "{}".getBytes(UTF_8)), 400, "ValidationException");
    }

    @Test
    void servicesThatAreNotHereKnowNoOperation() throws Exception {
        byte[] body = "{}".getBytes(UTF_8);
        assertError(send("DynamoDBStreams_20120810.ListStreams", JSON, body), 400, "UnknownOperationException");
        assertError(send("Nonsense", JSON, body), 400, "UnknownOperationException");
    }

    @Test
    void leavesAloneWhatNamesNoTarget() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri()).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFailureOfItsOwnTellsNothingOfItsCause() throws Exception {
        HttpResponse<byte[]> response = call("Break", JSON, "{}".getBytes(UTF_8));
        assertError(response, 500, "InternalFailure");
        assertThat(new String(response.body(), UTF_8)).doesNotContain("secret");
    }

    private void assertError(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains(code);
        JsonNode body = json.readTree(response.body());
        assertThat(body.get("__type").stringValue()).isEqualTo(code);
        assertThat(body.get("message").stringValue()).isNotEmpty();
    }

    private HttpResponse<byte[]> call(String operation, String contentType, byte[] body)
            throws IOException, InterruptedException {
        return send("Echo_20260101." + operation, contentType, body);
    }

    private HttpResponse<byte[]> send(String target, String contentType, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri())
                .header("X-Amz-Target", target)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
