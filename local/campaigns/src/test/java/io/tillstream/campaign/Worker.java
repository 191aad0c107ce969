package io.tillstream.campaign;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One worker's place: a process of stream-consumers, or the gap where one was. */
final class Worker implements AutoCloseable {

    private final String name;
    private final List<String> sinkTypes;
    private final Plan plan;
    private final URI cloud;
    private final Path logs;
    private ChildProcess process;

    private Worker(String name, List<String> sinkTypes, Plan plan, URI cloud, Path logs) {
        this.name = name;
        this.sinkTypes = sinkTypes;
        this.plan = plan;
        this.cloud = cloud;
        this.logs = logs;
        this.process = start();
    }

    /** Started, and perhaps not up yet. */
    static Worker start(String name, List<String> sinkTypes, Plan plan, URI cloud, Path logs) {
        return new Worker(name, sinkTypes, plan, cloud, logs);
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.kill();
    }

    /** Another process in its place, on its way up. */
    void restart() {
        process = start();
    }

    void awaitUp() {
        process.address();
    }

    /** Once it is up: what has not begun has nothing to lose. */
    void pause() {
        awaitUp();
        process.pause();
    }

    void resume() {
        process.resume();
    }

    Duration terminate() {
        return process.terminate();
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess start() {
        return ChildProcess.start(name, logs, Settings.consumers(cloud, sinkTypes, plan));
    }
}
