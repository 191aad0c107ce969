package io.tillstream.ingest.publish;

import java.util.List;

/** Puts lines into the stream. */
public interface LinePublisher {

    /**
     * Publishes the lines and waits for the stream to have them. Lines of one partition key enter it in their order.
     * Lines may enter it twice; consumers tell them by their identity.
     *
     * @return {@link PublishResult.Stored} only when the stream has acknowledged every line, {@link
     *     PublishResult.Spilled} only when every line outlasts this process
     */
    PublishResult publish(List<EncodedLine> lines);
}
