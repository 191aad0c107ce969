package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.layout.Names;
import io.tillstream.model.layout.SortKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Lines as shops send them, some twenty an invoice, which no round has seen before. */
final class BenchmarkLines {

    private static final int LINES_AN_INVOICE = 20;
    private static final int LINES_A_DELIVERY = 1_000;
    private static final int ITEMS_A_CALL = 25;

    private final Random random = new Random(1);
    private final int shards;
    private final int count;
    private int round;

    BenchmarkLines(int shards, int count) {
        this.shards = shards;
        this.count = count;
    }

    int count() {
        return count;
    }

    /** As KCL delivers them: each invoice in one shard, its lines together but not always in one delivery. */
    List<List<StreamBatch>> batches(double guests) {
        round++;
        return IntStream.range(0, shards)
                .mapToObj(shard -> invoices(guests)
                        .limit(count / shards)
                        .map(line -> new StreamLine(Position.of("1", 0), Instant.EPOCH, line, new byte[0]))
                        .gather(Gatherers.windowFixed(LINES_A_DELIVERY))
                        .map(lines -> new StreamBatch(lines, lines.getLast().position()))
                        .toList())
                .toList();
    }

    /** Calls that are ready to be made. */
    List<BatchWriteItemRequest> requests(double guests) {
        round++;
        return invoices(guests)
                .limit(count)
                .map(line -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(line)))
                        .build())
                .gather(Gatherers.windowFixed(ITEMS_A_CALL))
                .map(writes -> BatchWriteItemRequest.builder()
                        .requestItems(Map.of(Names.INVOICES_TABLE, writes))
                        .build())
                .toList();
    }

    private Stream<TransactionLine> invoices(double guests) {
        return Stream.generate(() -> invoice(guests)).flatMap(List::stream);
    }

    private List<TransactionLine> invoice(double guests) {
        String number = round + "-" + Integer.toHexString(random.nextInt());
        String customer = random.nextDouble() < guests ? null : "1" + (1_000 + random.nextInt(4_000));
        List<TransactionLine> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(2 * LINES_AN_INVOICE - 1); i++) {
            lines.add(SampleLines.line(number, "S" + random.nextInt(4_000), Integer.toString(i), customer, 6, "2.55"));
        }
        return lines;
    }

    private static Map<String, AttributeValue> item(TransactionLine line) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("invoiceNo", AttributeValue.fromS(line.invoiceNo().value()));
        item.put("stockCode#lineId", AttributeValue.fromS(SortKeys.of(line.key())));
        item.put("stockCode", AttributeValue.fromS(line.stockCode().value()));
        item.put("lineId", AttributeValue.fromS(line.lineId().value()));
        item.put("description", AttributeValue.fromS(line.description().orElseThrow()));
        item.put("quantity", AttributeValue.fromN(Long.toString(line.quantity())));
        item.put("invoiceDate", AttributeValue.fromS(line.invoiceDate().toString()));
        item.put("unitPrice", AttributeValue.fromN(line.unitPrice().toPlainString()));
        item.put("lineTotal", AttributeValue.fromN(line.lineTotal().toPlainString()));
        line.customerId().ifPresent(id -> item.put("customerId", AttributeValue.fromS(id.value())));
        item.put("country", AttributeValue.fromS(line.country()));
        item.put("kind", AttributeValue.fromS(line.kind().name()));
        item.put("receivedAt", AttributeValue.fromS(line.receivedAt().toString()));
        return item;
    }
}
