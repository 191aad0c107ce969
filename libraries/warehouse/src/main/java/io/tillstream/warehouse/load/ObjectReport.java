package io.tillstream.warehouse.load;

/**
 * What a load made of one object.
 *
 * @param rows lines read, blank ones aside
 * @param merged lines that are new in the warehouse, and voids
 * @param alreadyThere lines that the warehouse, or an object before this one in the load, had
 * @param conflicting lines of which the warehouse or the load had another version; the one that does not count is kept
 *     as rejected
 * @param rejected lines that cannot be loaded
 */
public record ObjectReport(
        LoadObject object, long rows, long merged, long alreadyThere, long conflicting, long rejected) {}
