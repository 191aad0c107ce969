package io.tillstream.campaign;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that breaks, for a while.
 *
 * @param lasting how long until it is mended
 * @param strike breaks it, and gives what mends it
 */
record Fault(String name, Duration lasting, Function<Field, Runnable> strike) {

    private static final Duration AT_ONCE = Duration.ZERO;

    /** A worker dies, and a new one takes its place. */
    static Fault kill(Duration gap) {
        return new Fault(gap.isZero() ? "worker killed, restarted at once" : "worker killed", gap, field -> {
            Worker worker = field.workers().any(field.random());
            worker.kill();
            return worker::restart;
        });
    }

    /** A worker stands still for longer than its leases last, and goes on as if nothing had happened. */
    static Fault pause(WorkerTimes times) {
        return new Fault("worker paused past its leases", times.failover().multipliedBy(2), field -> {
            Worker worker = field.workers().any(field.random());
            worker.pause();
            return worker::resume;
        });
    }

    static Fault split() {
        return atOnce("shard split", Fault::splitEach);
    }

    static Fault merge() {
        return atOnce("shards merged", field -> field.streams().forEach(shards -> shards.merge(field.random())));
    }

    /** A split whose parent no worker can finish reading for a while. */
    static Fault killAndSplit(Duration gap) {
        Fault kill = kill(gap);
        return new Fault("worker killed, shard split", gap, field -> {
            Runnable mend = kill.strike().apply(field);
            splitEach(field);
            return mend;
        });
    }

    private static void splitEach(Field field) {
        field.streams().forEach(shards -> shards.split(field.random()));
    }

    /** A service misbehaves. */
    static Fault service(String service, String kind, String json, Duration lasting) {
        return new Fault(service + " " + kind, lasting, field -> {
            field.cloud().strike(service, json);
            return field.cloud()::liftAll;
        });
    }

    /** A worker has to start while its leases cannot be had, and must not die of it. */
    static Fault startDuringOutage(Duration lasting) {
        return new Fault("worker restarted while dynamodb is out", lasting, field -> {
            Worker worker = field.workers().any(field.random());
            worker.kill();
            field.cloud().strike("dynamodb", "{\"kind\":\"UNAVAILABLE\",\"rate\":1}");
            worker.restart();
            return field.cloud()::liftAll;
        });
    }

    /** Some entries of batches fail, everywhere. */
    static Fault partial(Duration lasting) {
        return new Fault("entries of batches fail everywhere", lasting, field -> {
            for (String service : new String[] {"kinesis", "dynamodb", "firehose"}) {
                field.cloud().strike(service, "{\"kind\":\"PARTIAL\",\"rate\":0.3}");
            }
            return field.cloud()::liftAll;
        });
    }

    static Fault restartWorkers() {
        return atOnce("all workers killed and restarted", field -> {
            field.workers().killAll();
            field.workers().restartAll();
        });
    }

    static Fault restartEverything() {
        return atOnce("everything killed and restarted", field -> {
            field.workers().killAll();
            field.cloud().killAndRestart();
            field.ingest().killAndRestart();
            field.workers().restartAll();
        });
    }

    static Fault restartIngest() {
        return atOnce(
                "ingest service killed and restarted", field -> field.ingest().killAndRestart());
    }

    private static Fault atOnce(String name, Consumer<Field> strike) {
        return new Fault(name, AT_ONCE, field -> {
            strike.accept(field);
            return () -> {};
        });
    }
}
