package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.LocalCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;

/** A whole cloud in a JVM of its own, which tells what heap it has used for each line it is sent: {@code DATA}. */
final class LargeTableCloud {

    private static final int SAMPLE_MILLIS = 20;

    private LargeTableCloud() {}

    public static void main(String[] args) throws IOException {
        LongAccumulator most = new LongAccumulator(Math::max, 0);
        try (LocalCloud cloud =
                        LocalCloud.builder().port(0).data(Path.of(args[0])).start();
                ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory());
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            var ignored = sampler.scheduleAtFixedRate(
                    () -> most.accumulate(inUse()), 0, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
            System.out.println(cloud.endpoint());
            while (questions.readLine() != null) {
                System.out.printf(
                        "heap %d MB at most, %d MB after the last collection%n",
                        most.get() / 1_000_000, afterCollection() / 1_000_000);
            }
            sampler.shutdownNow();
        }
    }

    private static long inUse() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
