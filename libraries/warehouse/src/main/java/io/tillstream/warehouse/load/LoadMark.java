package io.tillstream.warehouse.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the objects of a source are loaded. It is kept in the warehouse, in the transaction of the load that moved it.
 *
 * @param source the prefix under which the objects lie
 * @param reached the hour of the newest object that was loaded
 * @param sweptAt when everything under the prefix was last looked at, if it ever was
 */
public record LoadMark(
        String source, Instant reached, @Nullable Instant sweptAt) {

    /** The same place, after a look at everything. */
    public LoadMark swept(Instant at) {
        return new LoadMark(source, reached, at);
    }
}
