package io.tillstream.loader.warehouse;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the warehouse is.
 *
 * @param url its JDBC address
 * @param username who loads it
 * @param password theirs
 */
@Validated
@ConfigurationProperties("tillstream.warehouse")
record WarehouseProperties(
        @DefaultValue("jdbc:postgresql://localhost:5439/warehouse") @NotBlank
        String url,

        @DefaultValue("tillstream") @NotBlank String username,
        @DefaultValue("tillstream") String password) {

    /** Shows no password. */
    @Override
    public String toString() {
        return "WarehouseProperties[" + username + " at " + url + "]";
    }
}
