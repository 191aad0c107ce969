package io.tillstream.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.identity.Digest128;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a load of transactions says to a warehouse, to the letter: no test here runs on Redshift itself. */
class LoadStatementsTests {

    @Test
    void saysThisToAWarehouseOfTransactions() throws IOException {
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put("take the turn", LoadStatements.TAKE_TURN);
        statements.put("create staging on PostgreSQL", PostgresStaging.CREATE);
        statements.put("create staging on Redshift", RedshiftCopy.CREATE);
        statements.put(
                "fill staging on PostgreSQL",
                ObjectCopy.statement("staging", new OtherColumns.Place(0, new Digest128())));
        statements.put(
                "copy straight into the table",
                ObjectCopy.statement("sales_line", new OtherColumns.LoadedAt(Instant.EPOCH)));
        statements.put("create incoming", LoadStatements.CREATE_INCOMING);
        statements.put("count what is known", LoadStatements.COUNT_KNOWN);
        statements.put("keep the earlier time", LoadStatements.KEEP_EARLIER_TIME);
        statements.put("find what differs", LoadStatements.differing("ATTRIBUTES"));
        statements.put("create replaced", LoadStatements.CREATE_REPLACED);
        statements.put("add to replaced", LoadStatements.ADD_REPLACED);
        statements.put("delete what is replaced", LoadStatements.DELETE_REPLACED);
        statements.put("drop replaced", LoadStatements.DROP_REPLACED);
        statements.put("leave out what is known", LoadStatements.LEAVE_OUT_KNOWN);
        statements.put("count by object", LoadStatements.TAKEN_BY_OBJECT);
        statements.put("insert", LoadStatements.INSERT);
        statements.put("count staging", LoadStatements.COUNT_STAGING);
        statements.put("count what is found", LoadStatements.COUNT_FOUND);
        statements.put("find what does not count", LoadStatements.notCounting("ATTRIBUTES"));
        statements.put("drop incoming", LoadStatements.DROP_INCOMING);
        statements.put("drop staging", LoadStatements.DROP_STAGING);
        statements.put("ask whether a line is void", LoadStatements.IS_VOID);
        statements.put("add what is void", LoadStatements.ADD_VOID);
        statements.put("ask whether anything is void", LoadStatements.ANY_VOID);
        statements.put("delete what is void", LoadStatements.DELETE_VOID);

        assertThat(statements.entrySet().stream()
                        .map(statement -> "-- " + statement.getKey() + "\n" + onOneLine(statement.getValue()) + ";\n")
                        .collect(Collectors.joining("\n")))
                .isEqualTo(golden("transactions.sql"));
    }

    private static String onOneLine(String sql) {
        return sql.replaceAll("\\s+", " ").replace("( ", "(");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(LoadStatementsTests.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
