package io.tillstream.loader.parts;

/**
 * Where a file is cut into parts. The same rule cuts the same file in the same places.
 *
 * @param rows how many rows a part has at most, those that are rejected left out
 * @param bytes how large its lines may be before they are compressed; the row that passes it is the part's last
 */
public record Cut(long rows, long bytes) {

    /** The rough size in bytes of a line with a usual description. */
    private static final long BYTES_A_LINE = 330;

    /** The number of rows decides; bytes only limit a run of giant rows. */
    private static final long SLACK = 4;

    public Cut {
        if (rows < 1 || bytes < 1) {
            throw new IllegalArgumentException("A part holds at least one row");
        }
    }

    /** Into so many parts of equally many rows. */
    public static Cut into(int parts, long rows) {
        return new Cut(parts == 1 ? Long.MAX_VALUE : Math.max(1, Math.ceilDiv(rows, parts)), Long.MAX_VALUE);
    }

    /** Into parts of equally many rows and of about this size. */
    public static Cut balanced(long bytes, long rows) {
        long parts = Math.max(1, Math.ceilDiv(rows * BYTES_A_LINE, bytes));
        return new Cut(Math.max(1, Math.ceilDiv(rows, parts)), SLACK * bytes);
    }

    /** Into parts of this size, however many. */
    public static Cut bySize(long bytes) {
        return new Cut(Long.MAX_VALUE, bytes);
    }

    boolean isFull(long partRows, long partBytes) {
        return partRows >= rows || partBytes >= bytes;
    }
}
