package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stream in memory, which takes lines or does not. */
final class FakeStream implements LinePublisher {

    static final PublishResult OUT = new PublishResult.Unavailable("out", Duration.ofSeconds(1));

    private final List<String> taken = new ArrayList<>();
    private PublishResult answer = new PublishResult.Stored();
    private int most = Integer.MAX_VALUE;
    private int outEvery = Integer.MAX_VALUE;
    private int calls;

    @Override
    public synchronized PublishResult publish(List<EncodedLine> lines) {
        calls++;
        if (calls % outEvery == 0) {
            return OUT;
        }
        if (!(answer instanceof PublishResult.Stored)) {
            return answer;
        }
        if (lines.size() > most) {
            return OUT;
        }
        taken.addAll(Lines.texts(lines));
        return answer;
    }

    synchronized void answer(PublishResult newAnswer) {
        answer = newAnswer;
    }

    synchronized void takesAtMost(int lines) {
        most = lines;
    }

    /** Does not take the lines of every so many calls. */
    synchronized void outEvery(int newCalls) {
        outEvery = newCalls;
    }

    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    synchronized int calls() {
        return calls;
    }
}
