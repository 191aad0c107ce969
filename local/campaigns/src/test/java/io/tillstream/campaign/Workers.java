package io.tillstream.campaign;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** All workers: two for each type of sink, each with the sinks of one, or two that have them all. */
final class Workers implements AutoCloseable {

    private static final int EACH = 2;

    private final List<Worker> all;

    private Workers(List<Worker> all) {
        this.all = all;
    }

    /** Started, and perhaps not up yet. */
    static Workers start(Plan plan, URI cloud, Path logs) {
        List<Worker> started = new ArrayList<>();
        List<List<String>> groups =
                plan.oneSinkEach() ? plan.sinkTypes().stream().map(List::of).toList() : List.of(plan.sinkTypes());
        for (List<String> types : groups) {
            for (int i = 1; i <= EACH; i++) {
                String name = (plan.oneSinkEach() ? types.getFirst() : "worker") + "-" + i;
                started.add(Worker.start(name, types, plan, cloud, logs));
            }
        }
        return new Workers(started);
    }

    Worker any(RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    void killAll() {
        all.forEach(Worker::kill);
    }

    void restartAll() {
        all.forEach(Worker::restart);
    }

    /** Those that ended though nobody ended them. */
    List<String> dead() {
        return all.stream()
                .filter(worker -> !worker.isAlive())
                .map(Worker::name)
                .toList();
    }

    /** All at the same time; says how long each took. */
    List<Duration> terminate() {
        List<CompletableFuture<Duration>> stopping = all.stream()
                .map(worker -> CompletableFuture.supplyAsync(
                        worker::terminate, step -> Thread.ofPlatform().start(step)))
                .toList();
        return stopping.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        all.forEach(Worker::close);
    }
}
