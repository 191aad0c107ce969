package io.tillstream.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Breaks everything around the stream consumers while rows flow, and then balances the books. Prints what it did and
 * what it found; ends with 1 when an acknowledged line is missing, doubled or wrong anywhere, or anything else is there.
 */
@Command(name = "fault-campaign", mixinStandardHelpOptions = true)
public final class FaultCampaign implements Callable<Integer> {

    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(4);
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    @Option(names = "--seed", description = "of the schedule and the rows; the time if not given")
    private long seed = System.currentTimeMillis();

    @Option(names = "--minutes", description = "how long faults go on; one of each kind if not given")
    private long minutes;

    @Option(names = "--feeds", split = ",", description = "whose rows flow; ${DEFAULT-VALUE} if not given")
    private List<Traffic> feeds = List.of(Traffic.values());

    @Option(names = "--rate", description = "rows a second, of all feeds together; ${DEFAULT-VALUE} if not given")
    private int rate = Plan.SHORT_RATE;

    @Option(names = "--shards", description = "of each stream at the start; ${DEFAULT-VALUE} if not given")
    private int shards = Plan.FEW_SHARDS;

    @Override
    public Integer call() {
        Outcome outcome = run(new Plan(seed, feeds, rate, shards, Duration.ofMinutes(minutes), minutes > 0));
        System.out.println(outcome.table());
        return outcome.isSound() ? 0 : 1;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultCampaign())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    static Outcome run(Plan plan) {
        Path folder = temporaryFolder();
        System.out.println("Seed " + plan.seed() + "; logs and state, kept if anything is wrong, in " + folder);
        Outcome outcome = run(plan, folder);
        if (outcome.isSound()) {
            delete(folder);
        }
        return outcome;
    }

    private static Outcome run(Plan plan, Path folder) {
        long begun = System.nanoTime();
        try (Cloud cloud = Cloud.start(folder, plan);
                Workers workers = Workers.start(plan, cloud.endpoint(), folder);
                Ingest ingest = Ingest.start(plan, cloud.endpoint(), folder)) {
            List<Flow> flows = plan.feeds().stream()
                    .map(traffic -> Flow.of(traffic, cloud.clients().kinesis(), plan.seed()))
                    .toList();
            List<Outcome.Struck> faults = struckUnderLoad(plan, flows, cloud, workers, ingest);
            List<String> dead = workers.dead();
            List<Duration> stops = workers.terminate();
            flows.forEach(flow -> dead.forEach(worker -> flow.ledger().complain(worker + " has died by itself")));
            Map<Traffic, Verdict> verdicts = balance(plan, cloud, flows, folder);
            return new Outcome(plan, flows, faults, stops, Duration.ofNanos(System.nanoTime() - begun), verdicts);
        }
    }

    private static Map<Traffic, Verdict> balance(Plan plan, Cloud cloud, List<Flow> flows, Path folder) {
        try (Warehouse warehouse = Warehouse.start(plan, cloud, folder)) {
            // As long as a buffer takes, for what should not come.
            Waiting.pass(Duration.ofSeconds(2L * Cloud.DELIVERY_SECONDS));
            Map<Traffic, Verdict> verdicts = new EnumMap<>(Traffic.class);
            for (Flow flow : flows) {
                awaitDelivery(cloud, flow);
                List<Found> loaded = warehouse.rows(
                        flow.traffic(), flow.ledger().acknowledged().size());
                Holdings holdings = Holdings.of(cloud, flow.traffic(), plan.feeds(), loaded);
                verdicts.put(flow.traffic(), new Reconciliation(flow, holdings).run());
            }
            return verdicts;
        }
    }

    private static List<Outcome.Struck> struckUnderLoad(
            Plan plan, List<Flow> flows, Cloud cloud, Workers workers, Ingest ingest) {
        Lag lag = new Lag(cloud, flows);
        try (Loads loads = new Loads(plan, flows, ingest, cloud)) {
            loads.start();
            lag.settle(LONGEST_RECOVERY);
            Random random = new Random(plan.seed());
            List<Shards> streams = flows.stream().map(Flow::shards).toList();
            List<Outcome.Struck> faults =
                    strikeAll(plan, random, lag, new Field(cloud, streams, ingest, workers, random));
            loads.stop();
            lag.settle(LONGEST_RECOVERY);
            return faults;
        }
    }

    /** Waits for what should come; the books show what did not. */
    private static void awaitDelivery(Cloud cloud, Flow flow) {
        DeliveredReader delivered =
                new DeliveredReader(new Bucket(cloud.clients().s3()), flow.traffic());
        Waiting.within(
                LONGEST_DELIVERY,
                () -> delivered.lines().stream()
                        .map(found -> found.row().key())
                        .collect(Collectors.toSet())
                        .containsAll(flow.ledger().acknowledged().keySet()));
    }

    private static List<Outcome.Struck> strikeAll(Plan plan, Random random, Lag lag, Field field) {
        List<Outcome.Struck> struck = new ArrayList<>();
        long end = System.nanoTime() + plan.length().toNanos();
        do {
            for (Fault fault : round(plan, random)) {
                if (plan.isBrief() || System.nanoTime() < end) {
                    struck.add(strike(fault, lag, field));
                }
            }
        } while (System.nanoTime() < end);
        return struck;
    }

    private static List<Fault> round(Plan plan, Random random) {
        return plan.isBrief() ? Schedule.brief(random, plan.times()) : Schedule.round(random, plan.times());
    }

    private static Outcome.Struck strike(Fault fault, Lag lag, Field field) {
        Runnable mend = fault.strike().apply(field);
        Waiting.pass(fault.lasting());
        mend.run();
        Outcome.Struck struck = new Outcome.Struck(fault, lag.settle(LONGEST_RECOVERY));
        System.out.printf(
                "%s for %d s, recovered after %d ms%n",
                fault.name(), fault.lasting().toSeconds(), struck.recovery().toMillis());
        return struck;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("fault-campaign-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
