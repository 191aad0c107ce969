package io.tillstream.attack;

import io.tillstream.campaign.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Attacks the whole suite from outside, while two shops with the same numbers send rows, and balances the books in the
 * end. Prints what it tried and saw; ends with 1 on any fault of a service, hang, refusal that is no problem detail,
 * executed script, file without a result, key guessed unslowed or unbalanced book.
 */
@Command(name = "attack-campaign", mixinStandardHelpOptions = true)
public final class AttackCampaign implements Callable<Integer> {

    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(2);

    /** Of so many hostile requests one asks, which takes the warehouse's time. */
    private static final int REQUESTS_A_QUERY = 5;

    private static final int HONEST_REQUESTS = 100;
    private static final int ATTEMPTS_TO_DELETE = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    @Option(names = "--seed", description = "of all that is left to chance; the time if not given")
    private long seed = System.currentTimeMillis();

    @Option(names = "--requests", description = "hostile requests, about; ${DEFAULT-VALUE} if not given")
    private int requests = 100_000;

    @Option(names = "--kills", description = "kills under load; ${DEFAULT-VALUE} if not given")
    private int kills = 50;

    @Option(names = "--slow-clients", description = "clients that hardly send; ${DEFAULT-VALUE} if not given")
    private int slowClients = 1_000;

    @Option(names = "--wrong-keys", description = "keys to guess; ${DEFAULT-VALUE} if not given")
    private int wrongKeys = 5_000;

    @Override
    public Integer call() throws Exception {
        Report report = run(new Plan(seed, requests, kills, slowClients, wrongKeys, true));
        System.out.println(report.table());
        return report.isSound() ? 0 : 1;
    }

    public static void main(String[] args) {
        // As the suite: what its services say goes to a file.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.exit(new CommandLine(new AttackCampaign()).execute(args));
    }

    static Report run(Plan plan) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("attack-campaign-");
        System.out.println("Seed " + plan.seed() + "; logs and state, kept if anything is wrong, in " + folder);
        Report report = new Report();
        attack(plan, Files.createDirectory(folder.resolve("data")), report);
        if (report.isSound()) {
            delete(folder);
        }
        return report;
    }

    private static void attack(Plan plan, Path data, Report report) throws IOException, InterruptedException {
        Random random = new Random(plan.seed());
        try (MortalSuite suite = new MortalSuite(data);
                TwoShops sales = new TwoShops(Route.TRANSACTIONS, suite::target, report, new Random(plan.seed()));
                TwoShops visits = new TwoShops(Route.EVENTS, suite::target, report, new Random(plan.seed()))) {
            sales.start();
            visits.start();
            attackFromOutside(plan, suite.target(), data, report, random);
            new CloudFaults(suite::target, report).strikeEach(1);
            for (int kill = 0; kill < plan.kills(); kill++) {
                Waiting.pass(BETWEEN_KILLS.plusMillis(random.nextInt(3_000)));
                suite.killAndStartAgain();
                report.count("kills", "started again");
            }
            StoredLines stored = new StoredLines(suite.target());
            for (TwoShops shops : List.of(sales, visits)) {
                shops.stop();
                shops.books().balance(stored);
            }
        }
    }

    private static void attackFromOutside(Plan plan, Target target, Path data, Report report, Random random)
            throws IOException, InterruptedException {
        int queries = plan.requests() / REQUESTS_A_QUERY;
        RawShapes shapes = new RawShapes(report);
        shapes.run("ingest", target.ingest());
        shapes.run("query", target.query());
        List<HostileRows> hostile = new ArrayList<>();
        for (Route route : Route.values()) {
            HostileRows rows = new HostileRows(route, target, report);
            rows.run();
            hostile.add(rows);
        }
        new ApiFuzz(target.ingest(), report, random).run("ingest", plan.requests() - queries);
        new ApiFuzz(target.query(), report, random).run("query", queries);
        try (SlowSenders slow = new SlowSenders(target, report)) {
            slow.run(plan.slowClients(), HONEST_REQUESTS);
        }
        try (GuardedIngest ingest = GuardedIngest.start(target.cloud(), data)) {
            new PublicKeyThefts(ingest, report).run();
            new KeyGuesses(ingest, report, random).run(plan.wrongKeys());
        }
        new HostileLoads(target, report, Files.createDirectory(data.resolve("loads"))).run(plan.allFiles());
        hostile.forEach(HostileRows::awaitInTheWarehouse);
        Page.look(HostileRows.page(target), report, data);
    }

    /** The warehouse's last process may still be writing when the suite has ended. */
    private static void delete(Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS_TO_DELETE; attempt++) {
            try {
                deleteOnce(folder);
                return;
            } catch (IOException | UncheckedIOException stillWriting) {
                Waiting.pass(BETWEEN_ATTEMPTS);
            }
        }
        System.out.println("Not everything could be deleted in " + folder);
    }

    private static void deleteOnce(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
