package io.tillstream.localcloud;

import io.tillstream.localcloud.postgres.Database;
import java.nio.file.Path;
import java.time.Duration;

/** A cloud in a JVM of its own, to be tried by hand and to be killed by tests: {@code DATA PORT WAREHOUSE_PORT}. */
public final class LocalCloudProgram {

    private LocalCloudProgram() {}

    public static void main(String[] args) throws InterruptedException {
        long begin = System.nanoTime();
        LocalCloud cloud = Clouds.on(Path.of(args[0]))
                .port(Integer.parseInt(args[1]))
                .warehouse(new Database(Integer.parseInt(args[2]), "warehouse", "owner", "secret"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("up " + cloud.endpoint() + " " + cloud.warehouseUrl().orElseThrow() + " " + took);
        Thread.currentThread().join();
    }
}
