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
 * Which callers a service accepts. A setting that does not exist stops the start, because a misspelt one may leave a
 * door open.
 *
 * @param mode {@code open}: every program of this machine may do everything, and nobody else; only on loopback, only
 *     without keys
 * @param openHosts names that an open service answers to, besides those of loopback
 * @param keys the keys that are known: {@code keys[n].id}, {@code .hash}, {@code .scopes} and others, see the page of
 *     settings
 * @param keysFile YAML or properties with a list {@code keys}, read again when it changes
 * @param keysFileCheck how often the file is looked at
 * @param jwt whose tokens are accepted besides keys
 * @param keysExpireSoon how long before its end a key is warned of
 * @param wrongKeys how many wrong keys an address may send
 * @param audit whether requests with keys are written to the audit log
 * @param limits what a caller may send, unless its key says otherwise: {@code requests} and {@code rows}, each {@code
 *     per-second} and {@code burst}
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
     * @param perMinute wrong keys from one address in a minute before it gets 429
     * @param addresses addresses whose wrong keys are remembered
     */
    record WrongKeys(
            @DefaultValue("30") @Min(1) @Max(1_000_000) int perMinute,
            @DefaultValue("10000") @Min(1) @Max(10_000_000) int addresses) {}

    /**
     * @param issuer whose tokens count; needed together with {@code audiences}
     * @param audiences for whom tokens must be meant, one of these
     * @param jwkSetUri where the issuer's keys are; asked of the issuer unless set; claims read: {@code sub}, {@code
     *     scope} or {@code scp}, {@code store_id}
     */
    record Jwt(
            @NotNull URI issuer,
            @NotEmpty List<@NotBlank String> audiences,
            @Nullable URI jwkSetUri) {}

    /**
     * @param allowedOrigins pages of other origins that may call
     * @param allowedMethods the methods that pages of other origins may use
     * @param allowedHeaders the headers that pages of other origins may send
     * @param exposedHeaders the headers that pages of other origins may read
     * @param maxAge how long a browser may remember what pages of other origins may do
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
