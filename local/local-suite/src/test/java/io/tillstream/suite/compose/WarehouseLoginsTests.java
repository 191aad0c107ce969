package io.tillstream.suite.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.warehouse.schema.LocalWarehouse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each container logs in to the warehouse as who it is, and is shown no password of another. */
class WarehouseLoginsTests {

    private static final Object DONE = Map.of("condition", "service_completed_successfully");
    private static final String LOGIN = "TILLSTREAM_WAREHOUSE_USERNAME";

    static Stream<ComposeFile> files() {
        return Stream.of("docker-compose.yml", "compose.embedded.yml").map(ComposeFile::read);
    }

    @ParameterizedTest
    @MethodSource("files")
    void showsAPasswordToThoseWhoUseIt(ComposeFile file) {
        assertThat(readersOfPasswords(file))
                .isEqualTo(Map.of(
                        "password-administrator", Set.of("passwords", "logins", "warehouse"),
                        "password-people", Set.of("passwords", "logins"),
                        "password-loader", Set.of("passwords", "logins", "loader", "import"),
                        "password-query", Set.of("passwords", "logins", "query-service"),
                        "password-bi", Set.of("passwords", "logins")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void letsOnlyOneWriteThem(ComposeFile file) {
        file.services().keySet().stream()
                .filter(name -> !name.equals("passwords"))
                .forEach(name -> assertThat(file.list(name, "volumes"))
                        .as(name)
                        .filteredOn(volume -> volume.startsWith("password-"))
                        .allMatch(volume -> volume.endsWith(":ro")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasALoginForEach(ComposeFile file) {
        assertThat(file.map("warehouse", "environment")).containsEntry("POSTGRES_USER", LocalWarehouse.ADMINISTRATOR);
        assertThat(file.map("query-service", "environment")).containsEntry(LOGIN, LocalWarehouse.QUERY);
        for (String loading : List.of("loader", "import")) {
            assertThat(file.map(loading, "environment"))
                    .containsEntry(LOGIN, LocalWarehouse.LOADER)
                    .containsEntry("TILLSTREAM_WAREHOUSE_READERS", LocalWarehouse.USERNAME + "," + LocalWarehouse.QUERY)
                    .containsEntry("TILLSTREAM_WAREHOUSE_VIEWERS", LocalWarehouse.BI);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void startsThemWhenTheLoginsAreThere(ComposeFile file) {
        assertThat(file.map("warehouse", "depends_on")).containsEntry("passwords", DONE);
        for (String name : List.of("query-service", "loader", "import")) {
            assertThat(file.map(name, "depends_on")).as(name).containsEntry("logins", DONE);
        }
    }

    @Test
    void letsGrafanaReadViewsOnly() {
        ComposeFile file = ComposeFile.read("compose.observability.yml");
        assertThat(file.map("grafana", "environment")).containsEntry("WAREHOUSE_USER", LocalWarehouse.BI);
        assertThat(file.list("grafana", "volumes"))
                .contains("password-bi:/secrets/warehouse:ro", "password-grafana:/secrets/grafana:ro");
        assertThat(file.map("grafana", "depends_on")).containsEntry("logins", DONE);
    }

    private static Map<String, Set<String>> readersOfPasswords(ComposeFile file) {
        Map<String, Set<String>> readers = new TreeMap<>();
        file.services()
                .keySet()
                .forEach(name -> file.list(name, "volumes").stream()
                        .map(volume -> volume.split(":", 2)[0])
                        .filter(volume -> volume.startsWith("password-"))
                        .forEach(volume -> readers.computeIfAbsent(volume, unknown -> new TreeSet<>())
                                .add(name)));
        return readers;
    }
}
