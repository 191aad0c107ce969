package io.tillstream.consumers.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchRequest;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;

/** Firehose as far as its answers go: takes rows, or says in one of its ways that it does not. */
final class FakeFirehose implements FirehoseClient {

    /** Strikes a whole call, before anything is taken. */
    Predicate<PutRecordBatchRequest> unavailable = call -> false;
    /** Strikes single records of a call. */
    Predicate<String> returned = data -> false;
    /** Makes a call invalid by what one of its records holds. */
    Predicate<String> invalid = data -> false;

    String refusal = "ServiceUnavailableException";

    private final List<String> rows = new ArrayList<>();
    private final List<PutRecordBatchRequest> calls = new ArrayList<>();

    synchronized List<String> rows() {
        return List.copyOf(rows);
    }

    synchronized List<PutRecordBatchRequest> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized PutRecordBatchResponse putRecordBatch(PutRecordBatchRequest call) {
        calls.add(call);
        if (unavailable.test(call)) {
            throw refused(refusal);
        }
        if (call.records().stream().anyMatch(one -> invalid.test(one.data().asString(UTF_8)))) {
            throw refused("ValidationException");
        }
        List<PutRecordBatchResponseEntry> entries = call.records().stream()
                .map(one -> entry(one.data().asString(UTF_8)))
                .toList();
        return PutRecordBatchResponse.builder().requestResponses(entries).build();
    }

    private PutRecordBatchResponseEntry entry(String data) {
        if (returned.test(data)) {
            return PutRecordBatchResponseEntry.builder()
                    .errorCode("ServiceUnavailableException")
                    .errorMessage("Slow down.")
                    .build();
        }
        data.lines().forEach(rows::add);
        return PutRecordBatchResponseEntry.builder().recordId("1").build();
    }

    private static RuntimeException refused(String code) {
        return FirehoseException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .statusCode(400)
                .message(code)
                .build();
    }

    @Override
    public String serviceName() {
        return "firehose";
    }

    @Override
    public void close() {}
}
