package io.tillstream.access.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong keys by the address that sends them. It remembers so many addresses; past that, those seldom seen begin
 * again.
 */
public final class WrongKeys {

    private static final Logger LOG = LoggerFactory.getLogger(WrongKeys.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Cache<ClientNetwork, Sender> senders;
    private final int perMinute;
    private final TimeMeter time;

    private WrongKeys(int perMinute, int addresses, TimeMeter time) {
        this.senders = Caffeine.newBuilder()
                .maximumSize(addresses)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .build();
        this.perMinute = perMinute;
        this.time = time;
    }

    /**
     * None so far.
     *
     * @param perMinute how many an address may send a minute
     * @param addresses how many addresses are remembered
     */
    public static WrongKeys of(int perMinute, int addresses) {
        return of(perMinute, addresses, TimeMeter.SYSTEM_NANOTIME);
    }

    static WrongKeys of(int perMinute, int addresses, TimeMeter time) {
        return new WrongKeys(perMinute, addresses, time);
    }

    /** Counts one; when there have been too many, tells how long its sender is to wait. */
    public Optional<Duration> count(String address) {
        ClientNetwork network = ClientNetwork.of(address);
        Sender sender = senders.get(network, unknown -> new Sender(bucket(), new AtomicBoolean()));
        ConsumptionProbe probe = sender.allowance().tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            sender.isRefused().set(false);
            return Optional.empty();
        }
        if (!sender.isRefused().getAndSet(true)) {
            LOG.warn(
                    "{} has sent {} wrong keys within a minute; more of them are refused with 429", network, perMinute);
        }
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    long remembered() {
        senders.cleanUp();
        return senders.estimatedSize();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, PERIOD))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Sender(Bucket allowance, AtomicBoolean isRefused) {}
}
