package io.tillstream.localcloud.faults;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Duration;
import java.util.Optional;

/** The dice for the services that ask by themselves. */
record ServiceFaults(Faults faults) implements EntryFaults {

    @Override
    public Optional<String> failureOf(String target, String resource) {
        Service service = serviceOf(target);
        return faults.struckBy(Fault.Kind.PARTIAL, service, operationOf(target)).map(fault -> service.throttlingCode());
    }

    @Override
    public boolean conflicts(String target, String resource) {
        return faults.struckBy(Fault.Kind.CONFLICTS, serviceOf(target), operationOf(target))
                .isPresent();
    }

    @Override
    public boolean scatters(String target, String resource) {
        return faults.struckBy(Fault.Kind.SCATTERED, serviceOf(target), operationOf(target))
                .isPresent();
    }

    @Override
    public Duration ageOfRead(String target, String resource) {
        return faults.struckBy(Fault.Kind.STALE, serviceOf(target), operationOf(target))
                .map(ActiveFault::delay)
                .orElse(Duration.ZERO);
    }

    private static Service serviceOf(String target) {
        if (target.startsWith("DynamoDB")) {
            return Service.DYNAMODB;
        }
        return target.startsWith("Firehose") ? Service.FIREHOSE : Service.KINESIS;
    }

    private static String operationOf(String target) {
        return target.substring(target.indexOf('.') + 1);
    }
}
