package io.tillstream.warehouse.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How lines get into the table {@code staging}, which lives as long as the transaction. */
interface Staging {

    /**
     * Creates the table and fills it from the objects.
     *
     * @return what became of each, in their order; its number in staging is its place here
     */
    List<Staged> fill(Connection transaction, List<LoadObject> objects) throws SQLException;

    /** How a query asks for the attributes of a table's rows as JSON text. */
    String attributesOf(String table);
}
