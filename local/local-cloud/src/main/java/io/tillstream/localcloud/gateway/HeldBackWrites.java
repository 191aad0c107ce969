package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Fault;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.localcloud.faults.Service;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers a {@code BatchWriteItem} with some of its writes unprocessed, while a fault asks for that. */
final class HeldBackWrites extends Handler.Abstract {

    private static final String OPERATION = "BatchWriteItem";
    private static final List<String> FORWARDED = List.of("X-Amz-Target", "Authorization", "X-Amz-Date");

    private final ObjectMapper mapper = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI dynamoDb;
    private final Faults faults;

    HeldBackWrites(URI dynamoDb, Faults faults) {
        this.dynamoDb = dynamoDb.resolve("/");
        this.faults = faults;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Call call = Call.of(request);
        if (!call.equals(new Call(Service.DYNAMODB, OPERATION)) || !faults.mayFailEntries(Service.DYNAMODB)) {
            return false;
        }
        WriteSplit split = WriteSplit.of(body(request), () -> faults.failsEntry(Service.DYNAMODB, OPERATION));
        if (split.nothingKept()) {
            // As AWS does it: with all of them held back, the call as a whole is throttled.
            ServiceError.of(Fault.Kind.THROTTLING, Service.DYNAMODB).send(call, request, response, callback);
        } else {
            HttpResponse<byte[]> answer = forward(request, split.kept());
            send(response, answer.statusCode(), answer.body(), split, callback);
        }
        return true;
    }

    private ObjectNode body(Request request) throws Exception {
        try (InputStream input = Content.Source.asInputStream(request)) {
            return (ObjectNode) mapper.readTree(input);
        }
    }

    private HttpResponse<byte[]> forward(Request request, ObjectNode body) throws Exception {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(dynamoDb)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
        for (String name : FORWARDED) {
            String value = request.getHeaders().get(name);
            if (value != null) {
                forwarded.header(name, value);
            }
        }
        return client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void send(Response response, int status, byte[] answer, WriteSplit split, Callback callback) {
        byte[] body = status == 200
                ? mapper.writeValueAsBytes(split.withUnprocessed((ObjectNode) mapper.readTree(answer)))
                : answer;
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
