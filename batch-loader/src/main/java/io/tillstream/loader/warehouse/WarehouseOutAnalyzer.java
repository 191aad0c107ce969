package io.tillstream.loader.warehouse;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the warehouse cannot be reached at the start, in place of a stack trace for each attempt. */
final class WarehouseOutAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String action = action(String.valueOf(cause.getSQLState()));
        return action == null
                ? null
                : new FailureAnalysis("No connection to the warehouse: " + oneLine(cause), action, cause);
    }

    /** By the classes of SQL's own states, which PostgreSQL and Redshift both keep to. */
    private static @Nullable String action(String state) {
        if (state.startsWith("28")) {
            return "Check tillstream.warehouse.username and tillstream.warehouse.password, or the file the password"
                    + " comes from. A database keeps the password it was created with, even if the file is changed later.";
        }
        if (state.startsWith("08")) {
            return "Check tillstream.warehouse.url, and whether the warehouse runs and can be reached from here.";
        }
        return state.equals("3D000") ? "Check the name of the database in tillstream.warehouse.url." : null;
    }

    private static String oneLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s*\\n\\s*", " ");
    }
}
