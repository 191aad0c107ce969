package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.suite.documentation.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code ./tillstream}, on machines that lack a JDK and Maven and on one where all is built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "./tillstream is a script for sh, which Windows lacks")
class LauncherTests {

    private static final List<String> TOOLS =
            List.of("sh", "bash", "sed", "readlink", "dirname", "find", "head", "cat", "touch", "cp", "rm");

    @TempDir
    private Path machine;

    private record Answer(int code, String text) {}

    @BeforeEach
    void bareMachine() throws IOException {
        Files.createDirectories(machine.resolve("bin"));
        Files.createDirectories(machine.resolve("jdks"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            command(tool, "exec %s \"$@\"".formatted(real));
        }
        command("id", "echo 0");
        Files.copy(Page.ROOT.resolve("tillstream"), machine.resolve("tillstream"));
    }

    @ParameterizedTest
    @CsvSource({
        "apt-get apt-cache, apt-get install -y openjdk-25-jdk-headless maven",
        "dnf, dnf install -y java-25-openjdk-devel maven",
        "brew, brew install openjdk maven",
        "winget, winget install --exact --id EclipseAdoptium.Temurin.25.JDK",
        "curl, get.sdkman.io"
    })
    void namesTheCommandThatInstallsWhatIsMissing(String managers, String install) throws IOException {
        for (String manager : managers.split(" ", -1)) {
            command(manager, "exit 0");
        }
        Answer answer = tillstream("up");
        assertThat(answer.text()).contains("Missing: JDK Maven", install, "./tillstream setup");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void asksForMavenAloneWhereThereIsAJdk() throws IOException {
        command("apt-get", "exit 0");
        jdk();
        assertThat(tillstream("up").text())
                .contains("Missing: Maven.", "apt-get install -y maven\n")
                .doesNotContain("openjdk");
    }

    @Test
    void turnsToSdkmanWhereThePackageManagerHasNoSuchJdk() throws IOException {
        command("apt-get", "exit 0");
        command("apt-cache", "exit 100");
        assertThat(tillstream("up").text()).contains("get.sdkman.io", "sdk install java 25", "sdk install maven");
    }

    @Test
    void usesSudoForOthersThanRoot() throws IOException {
        command("id", "echo 1000");
        command("dnf", "exit 0");
        assertThat(tillstream("up").text()).contains("sudo dnf install");
    }

    @Test
    void installsWhenAsked() throws IOException {
        command("apt-cache", "exit 0");
        jdk();
        Files.move(machine.resolve("jdks/jdk-25"), machine.resolve("packaged"));
        command(
                "apt-get",
                "cp -r '%s' '%s' && cp '%s' '%s'"
                        .formatted(
                                machine.resolve("packaged"), machine.resolve("jdks/jdk-25"),
                                machine.resolve("bin/id"), machine.resolve("bin/mvn")));
        assertThat(tillstream("setup")).satisfies(answer -> {
            assertThat(answer.text()).endsWith("JDK and Maven are there.\n");
            assertThat(answer.code()).isZero();
        });
    }

    @Test
    void saysSoWhenTheInstallationFails() throws IOException {
        command("apt-get", "exit 100");
        command("apt-cache", "exit 0");
        assertThat(tillstream("setup")).satisfies(answer -> {
            assertThat(answer.text()).contains("this failed: apt-get install");
            assertThat(answer.code()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "up, suite.jsa",
        "demo, suite.jsa",
        "load rows.csv, load.jsa",
        "replay rows.csv --shops 8, replay.jsa",
        "up --help, other.jsa",
        "load -h, other.jsa",
        "help, other.jsa"
    })
    void keepsAnArchiveForEachCommandThatDoesMoreThanPrintItsHelp(String arguments, String archive) throws IOException {
        jdk();
        executable(machine.resolve("jdks/jdk-25/bin/java"), "echo \"$@\"");
        Path target = Files.createDirectories(machine.resolve("local/local-suite/target"));
        Files.createFile(target.resolve("tillstream.jar"));
        assertThat(tillstream(arguments.split(" ", -1)).text())
                .contains("-XX:SharedArchiveFile=" + target.resolve(archive) + " ");
    }

    @ParameterizedTest
    @CsvSource({"3, false", "130, true"})
    void throwsTheArchiveOfAFailedStartAway(long megabytes, boolean stays) throws IOException {
        jdk();
        executable(machine.resolve("jdks/jdk-25/bin/java"), "exit 0");
        Path target = Files.createDirectories(machine.resolve("local/local-suite/target"));
        Files.createFile(target.resolve("tillstream.jar"));
        Path archive = target.resolve("suite.jsa");
        try (RandomAccessFile sparse = new RandomAccessFile(archive.toFile(), "rw")) {
            sparse.setLength(megabytes << 20);
        }
        assertThat(tillstream("up").code()).isZero();
        assertThat(Files.exists(archive)).isEqualTo(stays);
    }

    private void jdk() throws IOException {
        Path jdk = machine.resolve("jdks/jdk-25");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(jdk.resolve("bin/javac"), "exit 0");
    }

    private void command(String name, String does) throws IOException {
        executable(machine.resolve("bin").resolve(name), does);
    }

    private static void executable(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Answer tillstream(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", machine.resolve("tillstream").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().clear();
        script.environment().put("PATH", machine.resolve("bin").toString());
        script.environment().put("HOME", machine.toString());
        script.environment().put("TILLSTREAM_JDKS", machine.resolve("jdks").toString());
        Process process = script.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.onExit().join().exitValue(), text);
    }
}
