package io.tillstream.producer.progress;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of what has been answered for.
 *
 * @param accepted rows the service took
 * @param rejected rows the service did not take, or that could not be sent
 * @param dropped rows that the service's rules leave out
 * @param faults how often each code was given; a row may have several
 */
public record Totals(
        long sent,
        long accepted,
        long rejected,
        long dropped,
        long requests,
        long retries,
        SortedMap<String, Long> faults) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, new TreeMap<>());

    public Totals {
        faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
    }

    /** Rows that need not be sent again. */
    public long rows() {
        return accepted + rejected + dropped;
    }

    Totals plus(Receipt receipt) {
        SortedMap<String, Long> sum = new TreeMap<>(faults);
        receipt.rejects().forEach(reject -> reject.faults().forEach(fault -> sum.merge(fault.code(), 1L, Long::sum)));
        return new Totals(
                sent + receipt.sent(),
                accepted + receipt.accepted(),
                rejected + receipt.rejected(),
                dropped + receipt.dropped(),
                requests + (receipt.sent() > 0 ? 1 : 0),
                retries + receipt.retries(),
                sum);
    }
}
