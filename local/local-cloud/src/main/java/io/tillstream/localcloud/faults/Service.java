package io.tillstream.localcloud.faults;

import java.util.Arrays;
import java.util.Locale;

/** A service of the cloud, and the codes it uses for what goes wrong on its side. */
public enum Service {
    KINESIS("ProvisionedThroughputExceededException", 400, "InternalFailureException"),
    FIREHOSE("ServiceUnavailableException", 503, "InternalFailureException"),
    DYNAMODB("ProvisionedThroughputExceededException", 400, "InternalServerError"),
    S3("SlowDown", 503, "InternalError");

    private final String throttlingCode;
    private final int throttlingStatus;
    private final String errorCode;

    Service(String throttlingCode, int throttlingStatus, String errorCode) {
        this.throttlingCode = throttlingCode;
        this.throttlingStatus = throttlingStatus;
        this.errorCode = errorCode;
    }

    /**
     * The service of that name.
     *
     * @throws IllegalArgumentException for a name that no service has
     */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service " + name + "; there are "
                        + Arrays.stream(values()).map(Service::id).toList()));
    }

    /** Its name in addresses and settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String throttlingCode() {
        return throttlingCode;
    }

    public int throttlingStatus() {
        return throttlingStatus;
    }

    /** The code of its answer to callers without rights. */
    public String refusalCode() {
        return this == S3 ? "AccessDenied" : "AccessDeniedException";
    }

    public String errorCode() {
        return errorCode;
    }
}
