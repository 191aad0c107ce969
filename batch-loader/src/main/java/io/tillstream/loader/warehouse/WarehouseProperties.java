package io.tillstream.loader.warehouse;

import io.tillstream.model.layout.Names;
import io.tillstream.warehouse.schema.Dialect;
import io.tillstream.warehouse.schema.LocalWarehouse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the warehouse is.
 *
 * @param url JDBC address of the warehouse that batch-loader loads and query-service reads
 * @param username who logs in to the warehouse
 * @param password password of the login; it must be told, and may be empty
 * @param dialect {@code postgresql} or {@code redshift}; found by the address unless set
 * @param readers logins to which the loader, who owns the tables, gives the right to read tables and views; {@code
 *     tillstream,tillstream_query} in the local suite and in compose
 * @param viewers logins that may read views only, as BI does; {@code tillstream_bi} in the local suite and in compose
 * @param redshift how Redshift gets at what it is to load; of no account for PostgreSQL
 */
@Validated
@ConfigurationProperties("tillstream.warehouse")
record WarehouseProperties(
        @DefaultValue(LocalWarehouse.URL)
        @Pattern(regexp = "jdbc:.+", message = "must be a JDBC address such as jdbc:redshift://host:5439/warehouse")
        String url,

        @DefaultValue(LocalWarehouse.USERNAME) @NotBlank String username,

        @NotNull(message = "must be set: there is no default password")
        String password,

        @Nullable Dialect dialect,
        @DefaultValue List<@Pattern(regexp = LOGIN, message = "must be the name of a login") String> readers,
        @DefaultValue List<@Pattern(regexp = LOGIN, message = "must be the name of a login") String> viewers,
        @DefaultValue @Valid Redshift redshift) {

    private static final String LOGIN = "[A-Za-z_][A-Za-z0-9_.:@-]*";

    Dialect dialectOrThatOfUrl() {
        return dialect == null ? Dialect.of(url) : dialect;
    }

    /** Shows no password, and no address, which may hold one. */
    @Override
    public String toString() {
        return "WarehouseProperties[" + username + " at " + dialectOrThatOfUrl() + "]";
    }

    /**
     * How Redshift loads from S3.
     *
     * @param bucket where checked lines lie while Redshift copies them
     * @param prefix the prefix under which they lie
     * @param iamRole the role by which Redshift reads them: {@code default} or an ARN
     * @param region where that bucket is; the region of the process unless set
     */
    record Redshift(
            @DefaultValue(Names.LAKE_BUCKET) @NotBlank String bucket,

            @DefaultValue("staging/warehouse/")
            @Pattern(regexp = "[^/].*/", message = "must end with a slash and not begin with one")
            String prefix,

            @DefaultValue("default")
            @Pattern(
                    regexp = "default|arn:aws[a-z-]*:iam::\\d{12}:role/[A-Za-z0-9/_+=,.@-]+",
                    message = "must be 'default' or the ARN of an IAM role")
            String iamRole,

            @Nullable @Pattern(regexp = "[a-z]+(-[a-z]+)+-\\d", message = "must be a region such as eu-west-1")
            String region) {}
}
