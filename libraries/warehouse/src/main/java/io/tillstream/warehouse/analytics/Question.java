package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something to ask the warehouse. Equal questions have the same answer for as long as the warehouse does not change.
 *
 * @param <A> what answers it
 */
public sealed interface Question<A>
        permits KpisQuestion,
                SalesQuestion,
                ScoresQuestion,
                SegmentsQuestion,
                ChurnQuestion,
                FunnelQuestion,
                CartsQuestion,
                ProductGroupsQuestion,
                PricesQuestion,
                CohortsQuestion {

    /** What it is about, in a word. */
    String topic();

    /** It, as the warehouse understands it. */
    Query query();

    /** The answer that the result of the query makes. */
    A read(ResultSet rows) throws SQLException;
}
