package io.tillstream.localcloud.kinesis;

/**
 * What a stream has accepted and returned since the process started.
 *
 * @param payloadUnits put payload units as AWS bills them: each record counts in units of 25 KB, begun ones whole
 * @param failed entries refused by throttling or an injected fault
 * @param refusedReads calls to read refused by throttling
 */
public record StreamCounters(
        String stream,
        long putCalls,
        long records,
        long bytes,
        long payloadUnits,
        long failed,
        long getCalls,
        long recordsRead,
        long refusedReads) {}
