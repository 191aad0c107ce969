package io.tillstream.ingest.publish;

import io.tillstream.model.retry.RetryPolicy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** The parts that carry lines into the stream, and the threads they run on. */
record PublishEngine(
        ShardQueues table,
        BatchDispatcher dispatcher,
        ShardWatch watch,
        ExecutorService callThreads,
        PublishMeters meters,
        LongSupplier clock)
        implements AutoCloseable {

    /** Puts the parts together and starts them. */
    static PublishEngine start(
            StreamGateway gateway, ShardSource shards, PublishProperties properties, PublishMeters meters) {
        long origin = System.nanoTime();
        LongSupplier clock = () -> System.nanoTime() - origin;
        ShardQueues table = new ShardQueues(rules(properties));
        meters.watch(table);
        // Threads of the platform: a call must not queue behind the requests that keep the virtual threads' few busy.
        ExecutorService callThreads = Executors.newFixedThreadPool(
                properties.concurrentCalls(),
                Thread.ofPlatform().name("publish-call-", 0).daemon().factory());
        ShardWatch watch = new ShardWatch(shards, table, meters, properties.shardMapRefresh());
        PutCalls calls = new PutCalls(gateway, meters, table, watch::mistrust, clock);
        BatchDispatcher dispatcher =
                new BatchDispatcher(table, calls::put, callThreads, properties.concurrentCalls(), clock);
        table.onChange(() -> dispatcher.expect(0));
        dispatcher.start();
        watch.start();
        return new PublishEngine(table, dispatcher, watch, callThreads, meters, clock);
    }

    @Override
    public void close() {
        watch.close();
        dispatcher.stop();
        callThreads.shutdown();
    }

    private static BatchRules rules(PublishProperties properties) {
        return new BatchRules(
                properties.maxAggregate().toBytes(),
                properties.aggregatesPerShard(),
                properties.linger().toNanos(),
                RetryPolicy.untilStopped(properties.firstBackoff(), properties.maxBackoff()));
    }
}
