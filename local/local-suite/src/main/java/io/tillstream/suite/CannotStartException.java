package io.tillstream.suite;

import io.tillstream.localcloud.DataFolderException;
import io.tillstream.localcloud.DataFolderInUseException;
import io.tillstream.localcloud.FormerTablesException;
import io.tillstream.localcloud.PortTakenException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The suite cannot start, for a reason outside of it. The message says what, and what to do, in one line. */
public final class CannotStartException extends RuntimeException {

    private CannotStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static CannotStartException portTaken(int port, String what, String setting, Throwable cause) {
        return portTaken(port, what, "stop what listens there", setting, cause);
    }

    private static CannotStartException portTaken(
            int port, String what, String remedy, String setting, Throwable cause) {
        String variable = "TILLSTREAM_" + setting.toUpperCase(Locale.ROOT).replace('-', '_');
        return new CannotStartException(
                "port %d, for %s, is taken: %s, or choose another with --%s or %s"
                        .formatted(port, what, remedy, setting, variable),
                cause);
    }

    /** The lake has every row, so that nothing is lost with the tables. */
    private static CannotStartException formerTables(FormerTablesException former) {
        Path folder = former.folder();
        return new CannotStartException(
                "the tables in %s are of an earlier version, which this one cannot read; the look-ups are filled again"
                                .formatted(folder)
                        + " from the lake: mv %s %s-before, start, then ./tillstream reprocess raw --all --targets invoices"
                                .formatted(folder, folder),
                former);
    }

    /** Starts the cloud, and explains failures in terms of the suite's settings. */
    static <T> T unlessStarted(Ports ports, Supplier<T> start) {
        try {
            return start.get();
        } catch (PortTakenException taken) {
            String remedy = "stop " + taken.holder().orElse("what listens there");
            throw taken.port() == ports.warehouse()
                    ? portTaken(taken.port(), "the warehouse", remedy, "warehouse-port", taken)
                    : portTaken(taken.port(), "the AWS endpoint", remedy, "cloud-port", taken);
        } catch (FormerTablesException former) {
            throw formerTables(former);
        } catch (DataFolderInUseException running) {
            throw new CannotStartException(
                    running.getMessage() + ": stop it, or keep the state elsewhere with --data", running);
        } catch (DataFolderException unusable) {
            throw new CannotStartException(
                    unusable.getMessage() + ": make room or change its rights, or keep the state elsewhere with --data",
                    unusable);
        }
    }
}
