package io.tillstream.localcloud.storage;

/** How much more one read may return. The first record is always admitted, or a large one could never be read. */
final class ReadBudget {

    private int records;
    private long bytes;
    private boolean first = true;

    ReadBudget(int records, long bytes) {
        this.records = records;
        this.bytes = bytes;
    }

    boolean usedUp() {
        return records <= 0 || bytes <= 0;
    }

    boolean admits(int recordBytes) {
        if (!first && recordBytes > bytes) {
            bytes = 0;
            return false;
        }
        first = false;
        records--;
        bytes -= recordBytes;
        return true;
    }
}
