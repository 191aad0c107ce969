package io.tillstream.producer.replay;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many shops send, and how. */
final class ShopOptions {

    @Option(
            names = "--stores",
            paramLabel = "N",
            defaultValue = "1",
            description = "Shops that send at the same time, each its own invoices (default: ${DEFAULT-VALUE}).")
    private int stores = 1;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "4",
            description = "Connections of each shop; an invoice stays on one (default: ${DEFAULT-VALUE}).")
    private int concurrency = 1;

    @Option(
            names = "--tag-stores",
            description =
                    "Send the shop's name as StoreId with rows that have none. A row that is sent again under another"
                            + " name is another line, that of another shop.")
    private boolean tagStores;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Rows per second over all shops (default: as fast as the service takes them).")
    private @Nullable Double rate;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "500",
            description = "Rows per request, at most (default: ${DEFAULT-VALUE}).")
    private int batch = 1;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "json",
            description = "json, an array of rows, or ndjson, one row per line (default: ${DEFAULT-VALUE}).",
            converter = FormatConverter.class)
    private Format format = Format.JSON;

    @Option(names = "--gzip", description = "Compress requests.")
    private boolean gzip;

    ShopLayout layout() {
        return new ShopLayout(stores, concurrency, tagStores);
    }

    ReplayPlan.Requests requests() {
        OptionalDouble rows = rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
        return new ReplayPlan.Requests(batch, format, gzip, rows);
    }
}
