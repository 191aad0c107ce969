package io.tillstream.consumers.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.localcloud.LocalCloud;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workers come and go, and so do shards. */
class LifecycleIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static LocalCloud cloud;
    private static KclClients clients;

    @BeforeAll
    static void start() {
        cloud = LocalStream.startCloud();
        clients = LocalStream.clients(cloud);
    }

    @AfterAll
    static void stop() {
        clients.close();
        cloud.close();
    }

    @Test
    void stopsAtOnceAfterSplitsAndMergesAndFreesEveryLease() {
        LocalStream stream = LocalStream.create(clients, "ended", 1);
        Worker first = Worker.start(clients, stream, "first");
        stream.send(10);
        stream.split();
        stream.send(10);
        stream.merge();
        List<String> sent = stream.send(10);
        awaitStored(sent, first);
        await().atMost(SOON).until(() -> first.leases("ended") == 3);
        assertThat(first.stop()).isLessThan(AT_ONCE);
        assertThat(stream.owners(Worker.leaseTable(stream))).isEmpty();
        try (Worker next = Worker.start(clients, stream, "next")) {
            List<String> more = stream.send(10);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(next.sink.stored).containsExactlyElementsOf(more.subList(30, 40)));
        }
    }

    @Test
    void stopsWithoutDelayWhileAShardWaitsForItsParent() {
        LocalStream stream = LocalStream.create(clients, "waiting", 2);
        Worker first = Worker.start(clients, stream, "first");
        // Both shards have been read before one of them sticks.
        awaitStored(stream.send(10), first);
        String parent = stream.openShards().getFirst().shardId();
        first.sink.stickIn(parent::equals);
        stream.send(10);
        await().atMost(SOON).until(() -> first.sink.stuckIn.contains(parent));
        stream.merge();
        List<String> sent = stream.send(10);
        await().atMost(SOON)
                .until(() -> stream.owners(Worker.leaseTable(stream)).size() == 3);
        assertThat(first.stop()).isLessThan(Worker.DRAIN.plus(AT_ONCE));
        assertThat(first.sink.interruptedIn).containsExactly(parent);
        assertThat(stream.owners(Worker.leaseTable(stream))).isEmpty();
        try (Worker next = Worker.start(clients, stream, "next")) {
            awaitStored(sent, first, next);
        }
    }

    @Test
    void aWorkerWhoseLeaseIsTakenWhileItsSinkIsStuckStopsAndTheOtherGoesOn() {
        LocalStream stream = LocalStream.create(clients, "stolen", 2);
        try (Worker stuck = Worker.start(clients, stream, "stuck")) {
            await().atMost(SOON).until(() -> stuck.shards() == 2);
            stuck.sink.stickIn(shardId -> true);
            List<String> sent = stream.send(10);
            await().atMost(SOON).until(() -> stuck.sink.stuckIn.size() == 2);
            try (Worker other = Worker.start(clients, stream, "other")) {
                // Both, if the machine is too busy for the one to renew its leases in time.
                await().atMost(SOON).until(() -> !stuck.sink.interruptedIn.isEmpty());
                await().atMost(SOON).until(() -> other.sink.stored.size() == 5 * stuck.sink.interruptedIn.size());
                assertThat(stuck.sink.stored).isEmpty();
                int taken = stuck.sink.interruptedIn.size();
                stuck.sink.unstick();
                awaitStored(sent, stuck, other);
                assertThat(stuck.sink.stored).hasSize(sent.size() - 5 * taken);
                assertThat(stuck.leases("lost")).isEqualTo(taken);
            }
        }
    }

    @Test
    void losesNothingThroughSplitsMergesAndHandOversUnderLoad() throws Exception {
        LocalStream stream = LocalStream.create(clients, "busy", 2);
        AtomicBoolean busy = new AtomicBoolean(true);
        Thread load = Thread.ofPlatform().daemon().start(() -> {
            while (busy.get()) {
                stream.send(20);
                // Some thousand rows a second, which workers that change hands can follow.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        Worker first = Worker.start(clients, stream, "first");
        Worker second = Worker.start(clients, stream, "second");
        await().atMost(SOON).until(() -> first.shards() == 1 && second.shards() == 1);
        stream.split();
        await().atMost(SOON).until(() -> first.shards() + second.shards() == 3);
        assertThat(first.stop()).isLessThan(AT_ONCE);
        await().atMost(SOON).until(() -> second.shards() == 3);
        stream.merge();
        try (Worker third = Worker.start(clients, stream, "third")) {
            await().atMost(SOON)
                    .until(() -> stream.owners(Worker.leaseTable(stream)).contains("third"));
            busy.set(false);
            load.join();
            awaitStored(stream.sent(), first, second, third);
            assertThat(second.stop()).isLessThan(AT_ONCE);
        }
    }

    private static void awaitStored(List<String> ids, Worker... workers) {
        await().atMost(SOON).untilAsserted(() -> {
            Set<String> stored = new HashSet<>();
            for (Worker worker : workers) {
                stored.addAll(worker.sink.stored);
            }
            assertThat(stored).containsAll(ids);
        });
    }
}
