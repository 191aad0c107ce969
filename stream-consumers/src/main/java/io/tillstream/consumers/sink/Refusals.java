package io.tillstream.consumers.sink;

/** Where a sink puts a line that its store will never accept, so that the shard can continue. */
@FunctionalInterface
public interface Refusals {

    /**
     * Keeps the line with the reason; on return it counts as stored. When it throws, the line is not kept, and the
     * sink's store has to be called again. Refusing the same line again changes nothing.
     *
     * <p>Only for what cannot succeed however often it is tried. A fault that may pass is thrown instead.
     */
    void refuse(StreamLine line, String reason);
}
