package io.tillstream.invoicestore;

/**
 * A line and where it lies.
 *
 * @param key its sort key in the table, which may be of the time when keys did not tell the shop
 */
record PlacedLine(String key, StoredLine line) {

    /** Whether it takes the line of its key back, and is none itself. */
    boolean isVoid() {
        return line.line().isVoid();
    }

    boolean isUnderOldKey() {
        return !key.equals(LineItems.sortKey(line.line()));
    }

    /** Where another version of it may lie: its key of old times, or that of today for one that lies under the old one. */
    String otherKey() {
        return isUnderOldKey()
                ? LineItems.sortKey(line.line())
                : line.line().stockCode().value() + "#" + line.line().lineId().value();
    }
}
