package io.tillstream.localcloud.faults;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults in force, by service. Setting a service's faults replaces those it had. */
public final class Faults {

    private final Map<Service, List<ActiveFault>> active = new ConcurrentHashMap<>();
    private final Clock clock;

    public Faults() {
        this(Clock.systemUTC());
    }

    Faults(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes a service misbehave from now on.
     *
     * @param service {@code kinesis}, {@code firehose}, {@code dynamodb} or {@code s3}
     * @throws IllegalArgumentException for another service, or a kind of fault that the service does not have
     */
    public void set(String service, Fault... faults) {
        Instant now = clock.instant();
        Service struck = Service.named(service);
        Arrays.stream(faults)
                .map(Fault::kind)
                .filter(kind -> !kind.strikes(struck))
                .forEach(kind -> {
                    throw new IllegalArgumentException("%s is no fault of %s".formatted(kind, service));
                });
        active.put(
                struck,
                Arrays.stream(faults).map(fault -> new ActiveFault(fault, now)).toList());
    }

    public void lift(String service) {
        active.remove(Service.named(service));
    }

    public void liftAll() {
        active.clear();
    }

    /** The faults of a service that are still in force. */
    public List<Fault> of(String service) {
        Instant now = clock.instant();
        return active.getOrDefault(Service.named(service), List.of()).stream()
                .filter(fault -> !fault.isOver(now))
                .map(ActiveFault::fault)
                .toList();
    }

    /** Rolls the dice for one call. */
    public FaultDecision judge(Service service, String operation) {
        List<ActiveFault> faults = active.get(service);
        if (faults == null) {
            return FaultDecision.UNDISTURBED;
        }
        synchronized (faults) {
            return decision(faults, operation, clock.instant());
        }
    }

    private static FaultDecision decision(List<ActiveFault> faults, String operation, Instant now) {
        Duration delay = Duration.ZERO;
        for (ActiveFault candidate : faults) {
            Fault fault = candidate.fault();
            if (!fault.kind().isOfCalls() || !candidate.strikes(operation, now)) {
                continue;
            }
            if (fault.kind() != Fault.Kind.LATENCY) {
                return new FaultDecision(delay, fault);
            }
            delay = delay.plus(candidate.delay());
        }
        return new FaultDecision(delay, null);
    }

    /** The fault of a kind that strikes a call the service asks about, if one does. */
    Optional<ActiveFault> struckBy(Fault.Kind kind, Service service, String operation) {
        List<ActiveFault> faults = active.getOrDefault(service, List.of());
        synchronized (faults) {
            Instant now = clock.instant();
            return faults.stream()
                    .filter(fault -> fault.fault().kind() == kind)
                    .filter(fault -> fault.strikes(operation, now))
                    .findFirst();
        }
    }

    /** The same dice for the services that ask by themselves. */
    public EntryFaults forEntries() {
        return new ServiceFaults(this);
    }
}
