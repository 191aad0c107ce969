package io.tillstream.loader;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.postgres.Database;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Clouds with a warehouse that one class of tests after the other uses; they end with the JVM. */
public final class SpareClouds {

    private static final Queue<LocalCloud> SPARE = new ConcurrentLinkedQueue<>();

    private SpareClouds() {}

    /** One that another class of tests has done with, its warehouse empty, or a new one, to be given back. */
    public static LocalCloud borrow() {
        LocalCloud spare = SPARE.poll();
        if (spare != null) {
            new JdbcTemplate(
                            new DriverManagerDataSource(spare.warehouseUrl().orElseThrow(), "tillstream", "tillstream"))
                    .execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            return spare;
        }
        LocalCloud cloud = start();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "cloud"));
        return cloud;
    }

    public static void giveBack(LocalCloud cloud) {
        cloud.faults().liftAll();
        SPARE.add(cloud);
    }

    /** One of the caller's own. */
    public static LocalCloud start() {
        return LocalCloud.builder()
                .port(0)
                .warehouse(new Database(0, "warehouse", "tillstream", "tillstream"))
                .start();
    }
}
