package io.tillstream.ingest.publish;

/**
 * How many bytes a second a shard takes. It is measured by batches that were full or failed, because only then is it
 * the shard that sets the pace; any other batch shows at least how much it can do. Not thread-safe.
 */
final class DrainRate {

    /** What AWS promises of a shard, until it is measured. */
    static final double PROMISED = 1024 * 1024;

    /** How long a measurement takes to lose two thirds of its weight. */
    private static final double MEMORY_SECONDS = 2;

    /** A faster pace shows at once what a shard can do; a slower one has to last. */
    private static final double LEAST_RISE = 0.25;

    private static final double NANOS = 1e9;

    private double perSecond = PROMISED;

    /** Takes a batch into account, and whether it shows all that the shard can do. */
    void measured(long storedBytes, long nanos, boolean atItsLimit) {
        double seconds = Math.max(nanos, 1) / NANOS;
        double sample = storedBytes / seconds;
        double weight = 1 - Math.exp(-seconds / MEMORY_SECONDS);
        if (sample > perSecond) {
            perSecond += (sample - perSecond) * Math.max(weight, LEAST_RISE);
        } else if (atItsLimit) {
            perSecond += (sample - perSecond) * weight;
        }
    }

    /** How many seconds so many bytes will take. */
    double secondsFor(long bytes) {
        return bytes / Math.max(perSecond, 1);
    }
}
