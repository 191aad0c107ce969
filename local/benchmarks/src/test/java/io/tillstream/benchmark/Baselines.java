package io.tillstream.benchmark;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.JsonRows;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.PartitionKeys;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Other ways to take rows, on the same server: none of them, one call a row, and the Kinesis Producer Library. */
@RestController
final class Baselines {

    private final JsonRows rows = new JsonRows();
    private final RowValidator validator = new TransactionValidator(RowSettings.USUAL);
    private final LineCodec codec = new LineCodec();
    private final KinesisClient kinesis;
    private final ObjectProvider<Kpl> kpl;

    Baselines(KinesisClient kinesis, ObjectProvider<Kpl> kpl) {
        this.kinesis = kinesis;
        this.kpl = kpl;
    }

    /** Parses and discards. */
    @PostMapping("/discard")
    ResponseEntity<Map<String, Long>> discard(HttpServletRequest request) throws IOException, MalformedRows {
        LongAdder count = new LongAdder();
        rows.read(request.getInputStream(), (row, line) -> count.increment());
        return answer(count.sum());
    }

    /** Parses, makes lines of the rows and discards. */
    @PostMapping("/validate")
    ResponseEntity<Map<String, Long>> validate(HttpServletRequest request) throws IOException, MalformedRows {
        return answer(lines(request).size());
    }

    /** One PutRecord a row, one after the other. */
    @PostMapping("/put-record")
    ResponseEntity<Map<String, Long>> putRecord(HttpServletRequest request) throws IOException, MalformedRows {
        List<TransactionLine> lines = lines(request);
        for (TransactionLine line : lines) {
            kinesis.putRecord(put -> put.streamName(FeedLayout.TRANSACTIONS.stream())
                    .partitionKey(PartitionKeys.of(line))
                    .data(SdkBytes.fromByteArrayUnsafe(codec.encode(line))));
        }
        return answer(lines.size());
    }

    /** By the Kinesis Producer Library, answered when it has put every row. */
    @PostMapping("/kpl")
    ResponseEntity<Map<String, Long>> kpl(HttpServletRequest request) throws IOException, MalformedRows {
        List<TransactionLine> lines = lines(request);
        kpl.getObject().put(lines, codec);
        return answer(lines.size());
    }

    private List<TransactionLine> lines(HttpServletRequest request) throws IOException, MalformedRows {
        List<TransactionLine> lines = new ArrayList<>();
        LineIdentity identity = LineIdentity.unique();
        rows.read(request.getInputStream(), (row, line) -> {
            if (validator.validate(row, lines.size(), identity, Instant.now()) instanceof RowResult.Accepted accepted) {
                lines.add((TransactionLine) accepted.line());
            }
        });
        return lines;
    }

    private static ResponseEntity<Map<String, Long>> answer(long accepted) {
        return ResponseEntity.accepted().body(Map.of("accepted", accepted));
    }
}
