package io.tillstream.localcloud.faults;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a service misbehaves.
 *
 * @param kind what happens to a call that it strikes
 * @param rate the share of the calls, or of a batch's entries, that it strikes: 0 to 1
 * @param delay how much longer a call takes ({@link Kind#LATENCY}), or how old what it sees is ({@link Kind#STALE})
 * @param jitter up to how much longer still
 * @param lasting for how long, from when it is set; absent until it is lifted
 * @param operations the operations it strikes, such as {@code PutRecords}; all if empty
 * @param seed of the chances: the same seed strikes the same calls
 */
public record Fault(
        Kind kind,
        double rate,
        Duration delay,
        Duration jitter,
        @Nullable Duration lasting,
        Set<String> operations,
        long seed) {

    /** What happens to a call. */
    public enum Kind {
        /** It is answered with the service's own throttling error. */
        THROTTLING,
        /** It is answered with an internal error of the service. */
        ERRORS,
        /** It takes longer. */
        LATENCY,
        /** It is answered with 503, as by a service that is down behind its load balancer. */
        UNAVAILABLE,
        /** Its connection is dropped without an answer. */
        DROPPED,
        /** Some entries of its batch fail; the rest succeed. */
        PARTIAL,
        /** It is answered as if a transaction were under way on its item: DynamoDB's only. */
        CONFLICTS,
        /** Its records come to any shard, whatever their keys: Kinesis's with {@code RecordDistributionStrategy=AUTO}. */
        SCATTERED,
        /** It does not see what was written within the last {@code delay}, unless it asks to: DynamoDB's reads only. */
        STALE;

        /** Whether it strikes before the service sees the call. The others are the service's own to ask for. */
        boolean isOfCalls() {
            return switch (this) {
                case THROTTLING, ERRORS, LATENCY, UNAVAILABLE, DROPPED -> true;
                case PARTIAL, CONFLICTS, STALE, SCATTERED -> false;
            };
        }

        boolean strikes(Service service) {
            return switch (this) {
                case CONFLICTS, STALE -> service == Service.DYNAMODB;
                case SCATTERED -> service == Service.KINESIS;
                case THROTTLING, ERRORS, LATENCY, UNAVAILABLE, DROPPED, PARTIAL -> true;
            };
        }
    }

    public Fault {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be between 0 and 1, but is " + rate);
        }
        delay = positive(Objects.requireNonNullElse(delay, Duration.ZERO), "delay");
        jitter = positive(Objects.requireNonNullElse(jitter, Duration.ZERO), "jitter");
        operations = operations == null ? Set.of() : Set.copyOf(operations);
    }

    public static Fault throttling(double rate) {
        return of(Kind.THROTTLING, rate);
    }

    public static Fault errors(double rate) {
        return of(Kind.ERRORS, rate);
    }

    public static Fault latency(Duration delay, Duration jitter) {
        return new Fault(Kind.LATENCY, 1, delay, jitter, null, Set.of(), 0);
    }

    public static Fault unavailable() {
        return of(Kind.UNAVAILABLE, 1);
    }

    public static Fault dropped() {
        return of(Kind.DROPPED, 1);
    }

    public static Fault partial(double rate) {
        return of(Kind.PARTIAL, rate);
    }

    public static Fault conflicts(double rate) {
        return of(Kind.CONFLICTS, rate);
    }

    /** Reads that are eventually consistent do not see what is younger than that. */
    public static Fault stale(Duration age) {
        return new Fault(Kind.STALE, 1, age, Duration.ZERO, null, Set.of(), 0);
    }

    /** Records come to any shard, whatever their keys. */
    public static Fault scattered() {
        return of(Kind.SCATTERED, 1);
    }

    public Fault on(String... operationNames) {
        return new Fault(kind, rate, delay, jitter, lasting, Set.of(operationNames), seed);
    }

    public Fault lastingFor(Duration duration) {
        return new Fault(kind, rate, delay, jitter, duration, operations, seed);
    }

    public Fault seeded(long newSeed) {
        return new Fault(kind, rate, delay, jitter, lasting, operations, newSeed);
    }

    private static Fault of(Kind kind, double rate) {
        return new Fault(kind, rate, Duration.ZERO, Duration.ZERO, null, Set.of(), 0);
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + duration);
        }
        return duration;
    }
}
