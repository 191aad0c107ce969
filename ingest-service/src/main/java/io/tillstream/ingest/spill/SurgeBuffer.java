package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal at work before the stream: what spills, what drains, and the gate between them. */
final class SurgeBuffer implements LinePublisher, AutoCloseable {

    /** A request waits for the switch back to the stream no longer than this; usually it is over in milliseconds. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

    private final List<DrainSource> sources;
    private final Signal spilled = new Signal();
    private final Gate gate;
    private final GroupCommit commits;
    private final SpillingPublisher publisher;
    private final JournalDrain drain;
    private final JournalProbe probe;

    /** How long a request may wait for the journal, how often that is tried, and what else is needed. */
    record Means(Duration commitTimeout, Duration probeEvery, SpillMeters meters, Clock clock) {}

    /** Drains into the stream from the start. The others are sources that are drained when the journal is empty. */
    SurgeBuffer(LinePublisher stream, Journal journal, List<DrainSource> others, Means means) {
        this.sources = Stream.concat(Stream.of(journal), others.stream()).toList();
        this.gate = new Gate(() -> journal.backlog().bytes(), LONGEST_HOLD);
        this.commits = new GroupCommit(journal, spilled, means);
        this.publisher = new SpillingPublisher(stream, gate, commits, spilled, means);
        this.drain = new JournalDrain(stream, gate, sources, spilled, means.meters());
        this.probe = new JournalProbe(journal, means.probeEvery());
        means.meters().show(this::backlog, means.clock());
        means.meters().show(this::isReady);
        drain.start();
        probe.start();
    }

    @Override
    public PublishResult publish(List<EncodedLine> lines) {
        return publisher.publish(lines);
    }

    /** There may be something to drain. */
    void wake() {
        spilled.raise();
    }

    /** Whether lines go to the journal at this moment. */
    boolean isSpilling() {
        return gate.isSpilling();
    }

    /** Whether the journal takes lines, as far as is known. */
    boolean isReady() {
        return commits.isReady() && probe.trouble().isEmpty();
    }

    /** Whether the journal would have taken lines at some time since the start. */
    boolean hasBeenReady() {
        return probe.hasWorked();
    }

    /** Why the journal takes no lines, as far as that was tried. */
    Optional<String> troubleOfJournal() {
        return probe.trouble();
    }

    /** Why lines could not be drained at the last attempt. */
    Optional<String> trouble() {
        return drain.trouble();
    }

    Backlog backlog() {
        return sources.stream().map(DrainSource::backlog).reduce(Backlog.NONE, Backlog::plus);
    }

    /** Stops draining, and spills what was still to be spilled. The journal stays as it is. */
    @Override
    public void close() {
        probe.close();
        drain.close();
        commits.close();
    }
}
