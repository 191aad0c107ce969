package io.tillstream.producer.progress;

import java.util.List;

/**
 * The answer for one batch of rows.
 *
 * @param through the number of its last row in the file
 * @param sent rows that were in the request; the others could not be
 * @param rejected rows that were not taken, or could not be sent
 * @param dropped rows that the service's rules leave out
 * @param rejects as many of these as are known one by one
 */
public record Receipt(
        long through, int sent, int accepted, int rejected, int dropped, int retries, List<Reject> rejects) {}
