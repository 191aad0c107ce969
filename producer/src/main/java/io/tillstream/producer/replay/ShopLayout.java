package io.tillstream.producer.replay;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The shops that send, and the lanes on which they do: each lane is a connection, and an invoice stays on one lane, so
 * that its rows are sent in their order.
 *
 * @param stores how many shops there are
 * @param lanesPerStore how many connections each has
 * @param tagged whether rows without a StoreId are sent with the shop's
 */
record Layout(int stores, int lanesPerStore, boolean tagged) {

    private static final int MOST_LANES = 10_000;

    Layout {
        if (stores < 1 || lanesPerStore < 1 || (long) stores * lanesPerStore > MOST_LANES) {
            throw new IllegalArgumentException(
                    "stores and connections must be at least 1, and " + MOST_LANES + " connections at most");
        }
    }

    int lanes() {
        return stores * lanesPerStore;
    }

    /** The lane of an invoice: spread evenly, and the same on every machine. */
    int laneOf(String invoiceNo) {
        CRC32 hash = new CRC32();
        hash.update(invoiceNo.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % lanes());
    }

    /** The name of the shop that a lane belongs to. */
    String storeOf(int lane) {
        return "store-" + (lane % stores + 1);
    }
}
