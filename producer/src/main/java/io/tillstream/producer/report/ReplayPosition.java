package io.tillstream.producer.report;

import java.util.OptionalLong;

/**
 * Where a replay is.
 *
 * @param done rows of this run that were answered for
 * @param rejected of all runs
 * @param number the number up to which, about, all selected rows of the file are done
 * @param first the number of the first row to be sent in this run
 * @param last the number of the last row to be sent, as far as known
 */
public record ReplayPosition(long done, long rejected, long retries, long number, long first, OptionalLong last) {}
