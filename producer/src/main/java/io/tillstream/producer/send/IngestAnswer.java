package io.tillstream.producer.send;

import java.util.List;

/**
 * The service's answer about the rows of a request.
 *
 * @param dropped rows that its rules leave out on purpose
 */
public record IngestAnswer(int accepted, int rejected, int dropped, List<Fault> faults) {

    /** How many rows it speaks of. */
    long rows() {
        return (long) accepted + rejected + dropped;
    }

    /** A fault of a row; places count from 0. */
    public record Fault(int row, String field, String code, String message) {

        /** Leaves the message out, because it may quote customer data. */
        @Override
        public String toString() {
            return "Fault[" + row + " " + field + " " + code + "]";
        }
    }
}
