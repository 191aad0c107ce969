package io.tillstream.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The order in which things break: the same for the same seed. */
final class Schedule {

    private static final List<String> SERVICES = List.of("kinesis", "dynamodb", "s3", "firehose");

    private Schedule() {}

    /** Each kind once, and a restart of all workers last. */
    static List<Fault> brief(Random random, WorkerTimes times) {
        Duration lasting = Duration.ofSeconds(1);
        List<Fault> faults = new ArrayList<>(List.of(
                Fault.killAndSplit(Duration.ZERO),
                Fault.pause(times),
                Fault.merge(),
                throttled("dynamodb", lasting),
                failing("s3", lasting),
                throttled("firehose", lasting),
                slow("kinesis", lasting),
                Fault.partial(lasting)));
        Collections.shuffle(faults, random);
        faults.add(Fault.restartWorkers());
        return faults;
    }

    /** One round of everything; a long campaign has many. */
    static List<Fault> round(Random random, WorkerTimes times) {
        List<Fault> faults = new ArrayList<>(List.of(
                Fault.kill(Duration.ZERO),
                Fault.kill(Duration.ofSeconds(10)),
                Fault.killAndSplit(Duration.ofSeconds(5)),
                Fault.pause(times),
                Fault.pause(times),
                Fault.split(),
                Fault.merge(),
                Fault.merge(),
                Fault.partial(Duration.ofSeconds(8)),
                Fault.startDuringOutage(Duration.ofSeconds(20)),
                Fault.restartWorkers(),
                Fault.restartIngest(),
                Fault.restartEverything()));
        for (String service : SERVICES) {
            Duration lasting = Duration.ofSeconds(random.nextInt(3, 15));
            faults.add(throttled(service, lasting));
            faults.add(failing(service, lasting));
            faults.add(slow(service, lasting));
            faults.add(out(service, lasting));
            faults.add(dropped(service, lasting));
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private static Fault throttled(String service, Duration lasting) {
        return Fault.service(service, "throttled", "{\"kind\":\"THROTTLING\",\"rate\":0.6}", lasting);
    }

    private static Fault failing(String service, Duration lasting) {
        return Fault.service(service, "failing", "{\"kind\":\"ERRORS\",\"rate\":0.6}", lasting);
    }

    private static Fault slow(String service, Duration lasting) {
        return Fault.service(
                service,
                "slow",
                "{\"kind\":\"LATENCY\",\"rate\":0.5,\"delay\":\"PT0.3S\",\"jitter\":\"PT0.5S\"}",
                lasting);
    }

    private static Fault out(String service, Duration lasting) {
        return Fault.service(service, "out", "{\"kind\":\"UNAVAILABLE\",\"rate\":1}", lasting);
    }

    private static Fault dropped(String service, Duration lasting) {
        return Fault.service(service, "dropping connections", "{\"kind\":\"DROPPED\",\"rate\":0.5}", lasting);
    }
}
