package io.tillstream.campaign;

import java.util.ArrayList;
import java.util.List;

/** The load of each feed, all at the same time; together they have the plan's rows a second. */
final class Loads implements AutoCloseable {

    private final List<Load> all = new ArrayList<>();
    private final int rowsPerSecond;

    Loads(Plan plan, List<Flow> flows, Ingest ingest, Cloud cloud) {
        for (Flow flow : flows) {
            all.add(new Load(ingest, flow, new Poisoner(cloud.clients().kinesis(), flow, plan.seed()), plan));
        }
        this.rowsPerSecond = plan.rowsPerSecond() / flows.size();
    }

    void start() {
        all.forEach(load -> load.start(rowsPerSecond));
    }

    /** Nothing new any more, and waits until every request is acknowledged. */
    void stop() {
        all.forEach(Load::stop);
    }

    @Override
    public void close() {
        all.forEach(Load::close);
    }
}
