package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.LocalCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A whole cloud in a JVM of its own, which tells what heap it has used for each line it is sent: {@code DATA}. */
final class LargeTableCloud {

    private LargeTableCloud() {}

    public static void main(String[] args) throws IOException {
        try (LocalCloud cloud =
                        LocalCloud.builder().port(0).data(Path.of(args[0])).start();
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            System.out.println(cloud.endpoint());
            while (questions.readLine() != null) {
                System.out.printf(
                        "heap %d MB at most, %d MB after the last collection%n",
                        megabytes(MemoryPoolMXBean::getPeakUsage), megabytes(MemoryPoolMXBean::getCollectionUsage));
            }
        }
    }

    private static long megabytes(Function<MemoryPoolMXBean, @Nullable MemoryUsage> usage) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(usage)
                        .filter(used -> used != null)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                / 1_000_000;
    }
}
