package io.tillstream.warehouse.load;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a load did.
 *
 * @param loaded the objects whose lines are all in the warehouse, or rejected
 * @param failed the objects that could not be read
 * @param skipped how many objects had been loaded before
 */
public record LoadReport(String loadId, List<ObjectReport> loaded, List<FailedObject> failed, int skipped) {

    public LoadReport {
        loaded = List.copyOf(loaded);
        failed = List.copyOf(failed);
    }

    public long rows() {
        return sum(ObjectReport::rows);
    }

    public long merged() {
        return sum(ObjectReport::merged);
    }

    public long alreadyThere() {
        return sum(ObjectReport::alreadyThere);
    }

    public long conflicting() {
        return sum(ObjectReport::conflicting);
    }

    public long rejected() {
        return sum(ObjectReport::rejected);
    }

    private long sum(ToLongFunction<ObjectReport> figure) {
        return loaded.stream().mapToLong(figure).sum();
    }
}
