package io.tillstream.ingest.http;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream in memory, which answers as a test wants it to. */
final class FakePublisher implements LinePublisher {

    private final List<TransactionLine> lines = new ArrayList<>();
    private @Nullable PublishResult result = new PublishResult.Stored();

    @Override
    public synchronized PublishResult publish(List<EncodedLine> published) {
        for (EncodedLine line : published) {
            lines.add((TransactionLine) ((Decoded.Line) new LineCodec().decode(line.bytes())).line());
        }
        if (result == null) {
            throw new IllegalStateException("broken");
        }
        return result;
    }

    synchronized List<TransactionLine> lines() {
        return List.copyOf(lines);
    }

    synchronized void breakDown() {
        result = null;
    }

    synchronized void answer(PublishResult answer) {
        lines.clear();
        result = answer;
    }
}
