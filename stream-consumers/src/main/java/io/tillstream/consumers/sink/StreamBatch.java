package io.tillstream.consumers.sink;

import java.util.List;

/**
 * Lines delivered together, in stream order.
 *
 * @param end the last place the batch covers, which is that of a dead letter when one came last
 */
public record StreamBatch(List<StreamLine> lines, Position end) {

    public StreamBatch {
        lines = List.copyOf(lines);
    }
}
