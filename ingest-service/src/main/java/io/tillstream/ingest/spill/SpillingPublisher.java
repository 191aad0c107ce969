package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes lines, and keeps those that the stream does not take in the journal. While the journal holds lines, all go
 * there at once: nobody waits for a stream that is known not to answer, and nobody is overtaken.
 */
final class SpillingPublisher implements LinePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(SpillingPublisher.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LinePublisher stream;
    private final Gate gate;
    private final GroupCommit journal;
    private final Signal spilled;
    private final SurgeBuffer.Means means;

    SpillingPublisher(LinePublisher stream, Gate gate, GroupCommit journal, Signal spilled, SurgeBuffer.Means means) {
        this.stream = stream;
        this.gate = gate;
        this.journal = journal;
        this.spilled = spilled;
        this.means = means;
    }

    @Override
    public PublishResult publish(List<EncodedLine> lines) {
        return lines.isEmpty() || gate.enter() == Gate.Way.STREAM ? toStream(lines) : toJournal(lines);
    }

    private PublishResult toStream(List<EncodedLine> lines) {
        PublishResult result = stream.publish(lines);
        return switch (result) {
            case Stored stored -> stored;
            case Spilled spilled -> spilled;
            case Unavailable unavailable -> divert(lines, unavailable.reason());
            // A stream that is missing or forbidden is out as well; someone can bring it back, and the rows with it.
            case Refused refused -> divert(lines, refused.reason());
        };
    }

    private PublishResult divert(List<EncodedLine> lines, String reason) {
        if (gate.divert()) {
            LOG.warn("Rows go to the surge buffer, because the stream does not take them: {}", reason);
        }
        return toJournal(lines);
    }

    private PublishResult toJournal(List<EncodedLine> lines) {
        try {
            List<JournalFrame> frames = JournalFrame.of(lines, means.clock().instant());
            GroupCommit.Outcome outcome = journal.commit(frames);
            return switch (outcome) {
                case STORED -> {
                    means.meters()
                            .spilled(
                                    lines.size(),
                                    frames.stream()
                                            .mapToLong(JournalFrame::size)
                                            .sum());
                    yield new Spilled();
                }
                case FULL -> refused(lines, outcome, "the stream is unavailable and the surge buffer is full");
                case FAILED -> refused(lines, outcome, "the stream is unavailable and the surge buffer failed");
            };
        } finally {
            gate.leave();
            spilled.raise();
        }
    }

    private Unavailable refused(List<EncodedLine> lines, GroupCommit.Outcome outcome, String reason) {
        means.meters().refused(lines.size(), outcome);
        return new Unavailable(reason, RETRY_AFTER);
    }
}
