package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.StreamLine;
import java.util.Arrays;
import java.util.List;

/**
 * A record for Firehose.
 *
 * @param lines the lines it holds, at least one
 * @param data their rows, each with its line end, so that records may be put one behind the other
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, and only read.
record DeliveryRecord(List<StreamLine> lines, byte[] data) {

    /** The same rows in two records; only for one of several lines. */
    List<DeliveryRecord> halves() {
        int half = lines.size() / 2;
        int cut = 0;
        for (int rows = 0; rows < half; cut++) {
            if (data[cut] == '\n') {
                rows++;
            }
        }
        return List.of(
                new DeliveryRecord(lines.subList(0, half), Arrays.copyOfRange(data, 0, cut)),
                new DeliveryRecord(lines.subList(half, lines.size()), Arrays.copyOfRange(data, cut, data.length)));
    }
}
