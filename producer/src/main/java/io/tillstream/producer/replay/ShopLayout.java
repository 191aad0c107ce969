package io.tillstream.producer.replay;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The shops that send, and the connections on which they do: an invoice, or what else keeps rows together, stays on one
 * connection, so that its rows are sent in their order.
 *
 * @param stores how many shops there are
 * @param connectionsPerStore how many connections each has
 * @param tagged whether rows without a StoreId are sent with the shop's
 */
record ShopLayout(int stores, int connectionsPerStore, boolean tagged) {

    private static final int MOST_CONNECTIONS = 10_000;

    ShopLayout {
        if (stores < 1 || connectionsPerStore < 1 || (long) stores * connectionsPerStore > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "stores and connections must be at least 1, and " + MOST_CONNECTIONS + " connections at most");
        }
    }

    int connections() {
        return stores * connectionsPerStore;
    }

    /** The connection of a partition key: spread evenly, and the same on every machine. */
    int connectionOf(String key) {
        CRC32 hash = new CRC32();
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % connections());
    }

    /** The name of the shop that a connection belongs to. */
    String storeOf(int connection) {
        return "store-" + (connection % stores + 1);
    }
}
