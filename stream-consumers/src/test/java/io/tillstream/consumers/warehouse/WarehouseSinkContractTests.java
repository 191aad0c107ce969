package io.tillstream.consumers.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkContract;
import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Rows as Firehose has them; who loads them goes by their identity. */
class WarehouseSinkContractTests implements SinkContract {

    private final FakeFirehose firehose = new FakeFirehose();

    WarehouseSinkContractTests() {
        firehose.invalid = data -> data.contains("\"unstorable\"");
    }

    @Override
    public Sink sink() {
        Feed feed = samples().feed();
        DeliveryCounters counters = DeliveryCounters.of(feed.name(), new SimpleMeterRegistry());
        DeliveryCalls calls = new DeliveryCalls(firehose, feed.layout().deliveryStream(), counters);
        return new WarehouseSink(
                feed,
                new RecordPacker(feed.warehouseForm(), 1_000),
                new FirehoseWriter(calls, 2, RetryPolicy.every(Duration.ZERO)));
    }

    @Override
    public List<FeedLine> stored() {
        return firehose.rows().stream()
                .map(row -> ((Decoded.Line) samples().feed().warehouseForm().decode(row.getBytes(UTF_8))).line())
                .toList();
    }

    @Override
    public void storeFails(boolean fails) {
        firehose.unavailable = call -> fails;
    }

    @Override
    public boolean storesEachLineOnce() {
        return false;
    }

    @Override
    public Optional<FeedLine> unstorable() {
        return Optional.of(samples().line(new Random(2), "unstorable"));
    }
}
