package io.tillstream.consumers.rejected;

import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where dead letters go.
 *
 * @param bucket where dead letters go, under {@code rejected/}
 */
@Validated
@ConfigurationProperties("tillstream.consumers.rejected")
record RejectedProperties(
        @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket) {}
