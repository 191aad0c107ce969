package io.tillstream.warehouse;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Puts events into the warehouse. */
public final class ShopEvents {

    private String shop = "NULL";

    /** From here on, events are those of this shop. */
    public void at(String name) {
        shop = "'" + name + "'";
    }

    /**
     * Adds one, received and loaded at this moment.
     *
     * @param session in quotes, or NULL
     */
    public void add(
            String id,
            String time,
            String type,
            String product,
            @Nullable String category,
            String price,
            String user,
            String session)
            throws SQLException {
        TestWarehouse.execute(
                "INSERT INTO shop_event VALUES ('%s', '%s', '%s', '%s', '7', %s, NULL, %s, '%s', %s, %s, now(), NULL, now())"
                        .formatted(
                                id,
                                time,
                                type,
                                product,
                                category == null ? "NULL" : "'" + category + "'",
                                price,
                                user,
                                session,
                                shop));
    }
}
