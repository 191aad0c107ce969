package io.tillstream.query.analytics;

import io.tillstream.warehouse.schema.LocalWarehouse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the warehouse is. What the loader is told of it besides, readers need not know.
 *
 * @param url JDBC address of the warehouse that batch-loader loads and query-service reads
 * @param username who logs in to the warehouse
 * @param password password of the login; it must be told, and may be empty
 */
@Validated
@ConfigurationProperties("tillstream.warehouse")
record WarehouseReadProperties(
        @DefaultValue(LocalWarehouse.URL)
        @Pattern(regexp = "jdbc:.+", message = "must be a JDBC address such as jdbc:redshift://host:5439/warehouse")
        String url,

        @DefaultValue(LocalWarehouse.USERNAME) @NotBlank String username,

        @NotNull(message = "must be set: there is no default password")
        String password) {

    /** Shows no password, and no address, which may hold one. */
    @Override
    public String toString() {
        return "WarehouseReadProperties[" + username + "]";
    }
}
