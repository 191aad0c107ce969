package io.tillstream.campaign;

import java.net.URI;
import java.nio.file.Path;

/** The ingest service as a process of its own. */
final class Ingest implements AutoCloseable {

    private final Plan plan;
    private final URI cloud;
    private final Path logs;
    private ChildProcess process;
    private volatile URI address;

    private Ingest(Plan plan, URI cloud, Path logs) {
        this.plan = plan;
        this.cloud = cloud;
        this.logs = logs;
        this.process = process();
        this.address = URI.create(process.address());
    }

    static Ingest start(Plan plan, URI cloud, Path logs) {
        return new Ingest(plan, cloud, logs);
    }

    URI address() {
        return address;
    }

    /** Kills it without a word; its successor is found at another port. */
    void killAndRestart() {
        process.kill();
        process = process();
        address = URI.create(process.address());
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess process() {
        return ChildProcess.start("ingest", logs, Settings.ingest(cloud, plan));
    }
}
