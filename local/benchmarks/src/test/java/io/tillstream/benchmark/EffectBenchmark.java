package io.tillstream.benchmark;

import io.tillstream.suite.Ports;
import io.tillstream.suite.Suite;
import io.tillstream.suite.SuiteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Prints how long it takes until a row that is posted can be looked up, while the whole suite takes rows at a steady
 * rate: from when its request should have been sent, and from its 202. Requests are sent by the clock, not by the
 * answers, so that a slow answer delays no other.
 *
 * <p>Arguments: seconds; rows a second; rows a request; stores, each on a connection of its own.
 */
public final class EffectBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private EffectBenchmark() {}

    public static void main(String[] args) throws Exception {
        Duration length = Duration.ofSeconds(argument(args, 0, 30));
        Trade trade = new Trade(argument(args, 1, 1_000), argument(args, 2, 10), argument(args, 3, 8));
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Path data = Files.createTempDirectory("effect-benchmark");
        try (Suite suite = Suite.start(new SuiteOptions(Optional.of(data), Ports.ANY))) {
            Effects warmUp = run(suite, trade, WARM_UP);
            System.out.println("Warmed up with " + warmUp.samples() + " samples.");
            Effects effects = run(suite, trade, length);
            System.out.printf(
                    "%d rows/s in requests of %d from %d stores, %d samples, ms%n| | p50 | p99 | max |%n|---|---|---|---|%n",
                    trade.rowsPerSecond(), trade.rowsPerRequest(), trade.stores(), effects.samples());
            print("POST to visible", effects.fromSending());
            print("202 to visible", effects.fromAnswer());
            print("POST to 202", effects.answers());
        }
        System.exit(0);
    }

    private static Effects run(Suite suite, Trade trade, Duration length) throws Exception {
        Effects effects = new Effects(suite.query());
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> stores = new ArrayList<>();
            for (int i = 0; i < trade.stores(); i++) {
                Store store = new Store(suite.ingest(), trade, i, effects);
                stores.add(threads.submit(() -> store.send(begin, begin + length.toNanos())));
            }
            for (Future<?> store : stores) {
                store.get();
            }
        }
        effects.awaitAll();
        return effects;
    }

    private static int argument(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private static void print(String what, Histogram times) {
        System.out.printf(
                "| %s | %.0f | %.0f | %.0f |%n",
                what,
                times.getValueAtPercentile(50) / 1e6,
                times.getValueAtPercentile(99) / 1e6,
                times.getMaxValue() / 1e6);
    }
}
