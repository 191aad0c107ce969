package io.tillstream.suite.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFilesTests {

    private static final String SHARED = "deploy/compose/services.yml";
    private static final Set<String> ENDING = Set.of("passwords", "logins", "bootstrap", "key", "import", "producer");

    /** Installs programs into itself, wherever it is not ours. */
    private static final String INSTALLING = "cloud";

    static Stream<ComposeFile> files() {
        return Stream.of("docker-compose.yml", "compose.embedded.yml").map(ComposeFile::read);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReachedFromThisMachineOnly(ComposeFile file) {
        file.services()
                .forEach((name, service) -> assertThat(file.list(name, "ports"))
                        .as("ports of %s", name)
                        .allMatch(port -> port.startsWith("127.0.0.1:${")));
        assertThat(file.services().keySet().stream().flatMap(name -> file.list(name, "ports").stream()))
                .hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsToItsOwn(ComposeFile file) {
        file.services().forEach((name, service) -> {
            assertThat(service).as(name).doesNotContainKeys("privileged", "network_mode", "pid", "ipc", "devices");
            assertThat(file.list(name, "security_opt")).as(name).contains("no-new-privileges:true");
            assertThat(service).as(name).containsKey("pids_limit");
            if (!name.equals(INSTALLING)) {
                assertThat(service).as(name).containsEntry("read_only", true);
                assertThat(file.list(name, "cap_drop")).as(name).containsExactly("ALL");
            }
            assertThat(file.list(name, "volumes"))
                    .as("volumes of %s", name)
                    .allMatch(volume ->
                            file.volumes().contains(volume.split(":", 2)[0]) || volume.startsWith("${FILES}:"));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void runsOurProgramsOnAFileSystemTheyCannotWriteTo(ComposeFile file) {
        file.services().forEach((name, service) -> {
            if (service.containsKey("build")) {
                assertThat(service).as(name).containsEntry("read_only", true);
                assertThat(file.list(name, "cap_drop")).as(name).containsExactly("ALL");
                assertThat(file.list(name, "tmpfs")).as(name).containsExactly("/tmp");
                assertThat(program(service)).as(name).isIn(programs());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void boundsMemoryWatchesHealthAndStartsAgain(ComposeFile file) {
        file.services().forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("mem_limit", "restart", "healthcheck");
            assertThat(service.get("restart")).as(name).isEqualTo(ENDING.contains(name) ? "no" : "on-failure:10");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void startsServicesWhenTheirCloudIsReady(ComposeFile file) {
        Map<String, Object> ready = Map.of("condition", "service_completed_successfully");
        for (String name : List.of("ingest-service", "consumer-lake", "consumer-invoices", "query-service", "loader")) {
            assertThat(file.map(name, "depends_on")).as(name).containsEntry("bootstrap", ready);
        }
    }

    @Test
    void keepsWhatLocalStackFetchesAndWaitsForIt() {
        ComposeFile file = ComposeFile.read("docker-compose.yml");
        assertThat(file.list("cloud", "volumes")).containsExactly("cloud:/var/lib/localstack");
        assertThat(file.map("cloud", "environment")).containsEntry("GITHUB_API_TOKEN", "${GITHUB_API_TOKEN}");
        assertThat(file.map("bootstrap", "environment")).containsEntry("BOOTSTRAP_WAIT", "${BOOTSTRAP_WAIT}");
    }

    @Test
    void keepsWhatObservesToItsOwnToo() {
        ComposeFile file = ComposeFile.read("compose.observability.yml");
        file.services().forEach((name, service) -> {
            if (service.containsKey("image")) {
                assertThat(service)
                        .as(name)
                        .doesNotContainKeys("privileged", "network_mode", "pid", "ipc", "devices")
                        .containsEntry("read_only", true)
                        .containsKeys("mem_limit", "pids_limit", "restart");
                assertThat(file.list(name, "cap_drop")).as(name).containsExactly("ALL");
                assertThat(file.list(name, "security_opt")).as(name).containsExactly("no-new-privileges:true");
                assertThat(file.list(name, "ports")).as(name).allMatch(port -> port.startsWith("127.0.0.1:${"));
            }
        });
    }

    /** It answers to no name that it is not told of, because a page in a browser may make any lead to it. */
    @Test
    void tellsTheEmbeddedCloudTheNameItIsCalledBy() {
        assertThat(ComposeFile.read("compose.embedded.yml").list("cloud", "command"))
                .containsSequence("--host", "cloud");
        assertThat(ComposeFile.textOf(SHARED)).contains("AWS_ENDPOINT_URL: http://cloud:4566");
    }

    @Test
    void offersTheSameInBothVariants() {
        assertThat(ComposeFile.read("compose.embedded.yml").services().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ComposeFile.read("docker-compose.yml").services().keySet());
    }

    @Test
    void explainsEverySettingAndHasNoOther() {
        String settings = ComposeFile.textOf(".env");
        Set<String> used = new TreeSet<>(ComposeFile.variablesIn(ComposeFile.textOf(SHARED)));
        files().forEach(file -> used.addAll(ComposeFile.variablesIn(file.text())));

        assertThat(settings.lines().filter(line -> line.matches("\\w+=.*")).map(line -> line.split("=", 2)[0]))
                .containsExactlyInAnyOrderElementsOf(used);
        assertThat(settings).as("settings below no comment").doesNotContainPattern("\\n\\n\\w+=");
    }

    private static String program(Map<String, Object> service) {
        Map<String, Object> arguments =
                ComposeFile.map(ComposeFile.map(service.get("build")).get("args"));
        return String.valueOf(arguments.get("PROGRAM"));
    }

    /** Those that the Dockerfile knows. */
    private static Set<String> programs() {
        Set<String> programs = new TreeSet<>();
        Pattern.compile("(?m)^ +([a-z-]+)\\) port=")
                .matcher(ComposeFile.textOf("Dockerfile"))
                .results()
                .forEach(found -> programs.add(found.group(1)));
        return programs;
    }
}
