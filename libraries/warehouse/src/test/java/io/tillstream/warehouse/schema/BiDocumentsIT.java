package io.tillstream.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.warehouse.TestWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the warehouse to people who use BI tools. */
class BiDocumentsIT {

    private static final Path FOLDER = Path.of("..", "..", "docs", "bi");

    /** {@code -Dbi.write=true} writes the document instead. */
    @Test
    void describeTheTablesAndViewsAsTheDatabaseDoes() throws SQLException, IOException {
        Path document = FOLDER.resolve("tables.md");
        if (Boolean.getBoolean("bi.write")) {
            Files.writeString(document, described());
        }
        assertThat(Files.readString(document)).isEqualTo(described());
    }

    @Test
    void askQuestionsThatTheWarehouseAnswers() throws SQLException, IOException {
        TestWarehouse.empty();
        for (String question : Arrays.stream(
                        Files.readString(FOLDER.resolve("questions.sql")).split(";"))
                .toList()) {
            if (!question.isBlank()) {
                assertThat(TestWarehouse.rows(question)).isNotNull();
            }
        }
    }

    private static String described() throws SQLException {
        StringBuilder text = new StringBuilder("""
                # The tables and views of the warehouse

                Written from the comments in the database. Where `psql` is at hand, `\\d+` shows the same.
                """);
        for (String relation : TestWarehouse.rows("""
                SELECT c.relname, CASE c.relkind WHEN 'r' THEN 'table' ELSE 'view' END, obj_description(c.oid)
                FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
                  AND c.relname NOT IN ('flyway_schema_history', 'load_turn', 'shop_event_turn')
                ORDER BY c.relkind, c.oid""")) {
            List<String> parts = Arrays.asList(relation.split("\\|", 3));
            text.append("\n## ").append(parts.get(0)).append("\n\n");
            text.append("A ")
                    .append(parts.get(1))
                    .append(". ")
                    .append(parts.get(2))
                    .append("\n\n");
            text.append("| column | type | |\n|---|---|---|\n");
            for (String column : columns(parts.get(0))) {
                text.append("| ").append(column.replace("|", " | ")).append(" |\n");
            }
        }
        return text.toString();
    }

    private static List<String> columns(String relation) throws SQLException {
        return TestWarehouse.rows("""
                SELECT '`' || a.attname || '`', format_type(a.atttypid, a.atttypmod), col_description(a.attrelid, a.attnum)
                FROM pg_attribute a
                WHERE a.attrelid = 'public.%s'::regclass AND a.attnum > 0
                ORDER BY a.attnum""".formatted(relation));
    }
}
