package io.tillstream.warehouse.load;

import java.util.List;

/** Keeps what cannot be loaded. */
@FunctionalInterface
public interface RejectedLines {

    /** Keeps the lines of one object durably, before the load commits; keeping them again changes nothing. */
    void keep(LoadObject object, List<RejectedLine> lines);
}
