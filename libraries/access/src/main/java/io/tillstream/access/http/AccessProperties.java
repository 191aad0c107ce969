package io.tillstream.access.http;

import io.tillstream.access.keys.KeyEntry;
import io.tillstream.access.rate.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call a service. A setting that does not exist stops the start, because a misspelt one may leave a door open.
 *
 * @param mode whether callers are asked for keys, or everybody on this machine may do everything
 * @param openHosts names of this machine, besides those of loopback, that open mode answers to
 * @param keys the keys that are known
 * @param keysFile a file with more of them
 * @param keysFileCheck how often the file is looked at
 * @param jwt whose tokens are accepted besides keys
 * @param keysExpireSoon how long before the end of a key it is warned of
 * @param wrongKeys how many wrong keys an address may send
 * @param audit whether requests with keys are written to the audit log
 * @param limits what a caller may send a second, unless its key says otherwise
 * @param cors which pages of other origins may call
 */
@Validated
@ConfigurationProperties(prefix = "tillstream.access", ignoreUnknownFields = false)
record AccessProperties(
        @DefaultValue("keys") AccessMode mode,
        @DefaultValue List<@NotBlank String> openHosts,
        @DefaultValue List<KeyEntry> keys,
        @Nullable Path keysFile,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration keysFileCheck,
        @DefaultValue("14d") @DurationMin Duration keysExpireSoon,
        @Valid @Nullable Jwt jwt,
        @DefaultValue @Valid WrongKeys wrongKeys,
        @DefaultValue("true") boolean audit,
        @Nullable Limits limits,
        @DefaultValue @Valid Cors cors) {

    /**
     * @param perMinute how many wrong keys an address may send a minute before they are refused unanswered
     * @param addresses how many addresses are remembered
     */
    record WrongKeys(
            @DefaultValue("30") @Min(1) @Max(1_000_000) int perMinute,
            @DefaultValue("10000") @Min(1) @Max(10_000_000) int addresses) {}

    /**
     * @param issuer who issues the tokens
     * @param audiences a token must be meant for one of these
     * @param jwkSetUri where the issuer's keys are; asked of the issuer unless set
     */
    record Jwt(
            @NotNull URI issuer,
            @NotEmpty List<@NotBlank String> audiences,
            @Nullable URI jwkSetUri) {}

    /**
     * @param allowedOrigins the origins; none unless set
     * @param allowedMethods the methods their pages may use
     * @param allowedHeaders the headers their pages may send
     * @param exposedHeaders the headers their pages may read
     * @param maxAge how long a browser may remember all this
     */
    record Cors(
            @DefaultValue List<String> allowedOrigins,
            @DefaultValue({"GET", "POST"}) List<String> allowedMethods,

            @DefaultValue({"Authorization", "X-Api-Key", "Content-Type", "Content-Encoding", "Idempotency-Key"})
            List<String> allowedHeaders,

            @DefaultValue("Retry-After") List<String> exposedHeaders,
            @DefaultValue("30m") Duration maxAge) {}

    boolean knowsCallers() {
        return !keys.isEmpty() || keysFile != null || jwt != null;
    }

    Limits defaultLimits() {
        return Objects.requireNonNullElse(limits, Limits.NONE);
    }
}
