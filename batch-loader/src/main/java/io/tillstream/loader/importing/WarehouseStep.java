package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.warehouse.load.FailedObject;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.LoadReport;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.util.List;
import java.util.function.Supplier;

/** Loads the parts of a file into the warehouse, in one transaction. */
final class WarehouseStep {

    private final PartStore parts;
    private final Supplier<WarehouseLoad> warehouse;

    WarehouseStep(PartStore parts, Supplier<WarehouseLoad> warehouse) {
        this.parts = parts;
        this.warehouse = warehouse;
    }

    /** For parts that are yet to be made. */
    LoadAhead ahead() {
        return new LoadAhead(() -> warehouse.get().open(), this::objectOf);
    }

    Loaded loadParts(List<Part> manifest, LoadAhead ahead) {
        LoadReport report = ahead.finish(manifest)
                .orElseGet(() -> warehouse
                        .get()
                        .load(manifest.stream().map(this::objectOf).toList()));
        if (!report.failed().isEmpty()) {
            throw PartsUnreadableException.of(report.failed());
        }
        long rows = manifest.stream().mapToLong(Part::rows).sum();
        return new Loaded(
                report.merged(), report.alreadyThere(), report.conflicting(), report.rejected(), rows - report.rows());
    }

    private LoadObject objectOf(Part part) {
        return new LoadObject(parts.bucket(), part.key(), part.etag(), part.bytes(), parts.form());
    }

    /** Parts that were stored cannot be read; the rest of the file is loaded, and these are tried again. */
    static final class PartsUnreadableException extends RuntimeException {

        private PartsUnreadableException(String message) {
            super(message);
        }

        static PartsUnreadableException of(List<FailedObject> failed) {
            return new PartsUnreadableException(failed.size() + " parts cannot be read, such as "
                    + failed.getFirst().object().uri() + ": "
                    + failed.getFirst().reason());
        }
    }
}
