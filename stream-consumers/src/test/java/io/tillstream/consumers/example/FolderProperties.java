package io.tillstream.consumers.example;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sink into a folder.
 *
 * @param enabled whether this process feeds it
 * @param path the folder, which must be there
 */
@Validated
@ConfigurationProperties("tillstream.consumers.folder")
record FolderProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("lines") @NotBlank String path) {}
