package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the raw lake lies: the setting of the sink that writes it.
 *
 * @param bucket where raw objects go
 */
@Validated
@ConfigurationProperties("tillstream.consumers.lake")
record RawLake(@DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket) {}
