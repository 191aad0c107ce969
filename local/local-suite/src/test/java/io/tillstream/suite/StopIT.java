package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the process is ended, and whenever: it stops in order where it can, and leaves no child behind. */
@EnabledIf("io.tillstream.suite.UpProcess#isPossibleHere")
class StopIT {

    @TempDir
    private Path folder;

    @AfterEach
    void endWhatATestThatFailedLeft() {
        UpProcess.naming(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void drainsBeforeItsChildrenEndWhenItsGroupIsTerminated() throws Exception {
        UpProcess up = UpProcess.on(folder.resolve("state"), 0).awaitUp();

        up.signalGroup("-TERM");

        assertThat(up.ends()).isTrue();
        assertThat(up.output()).contains("Draining ...", "Stopped.").doesNotContain("ERROR", "WARN");
        // A comma stands before the thousandths of a second.
        assertThat(up.log()).doesNotContain("Bad Gateway", " ERROR ").doesNotContainPattern("(?<!,)\\b502\\b");
        up.awaitNothingLeft();
        assertThat(rightsOf(up.data())).isEqualTo("rwx------");
        assertThat(rightsOf(up.data().resolve("tillstream.log"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "holder,''",
        "kinesis/streams.json,transactions",
        "warehouse/postgres.log,starting",
        "tillstream.log,Tomcat"
    })
    void leavesNothingBehindWhenItsGroupIsTerminatedWhileStarting(String file, String text) throws Exception {
        int port = freePort();
        UpProcess up = UpProcess.on(folder.resolve("state"), port).awaitMoment(file, text);

        up.signalGroup("-TERM");

        assertThat(up.ends()).isTrue();
        up.awaitNothingLeft();
        assertThat(up.output()).doesNotContain("Exception", "tillstream: ");
    }

    @Test
    void leavesNothingBehindWhenKilledAndAnotherFolderCanBeUsedAtOnce() throws Exception {
        int port = freePort();
        UpProcess killed = UpProcess.on(folder.resolve("killed"), port).awaitUp();
        killed.signalGroup("-KILL");
        assertThat(killed.ends()).isTrue();

        UpProcess next = UpProcess.on(folder.resolve("next"), port).awaitUp();

        killed.awaitNothingLeft();
        next.process().destroy();
        assertThat(next.ends()).isTrue();
        next.awaitNothingLeft();
    }

    private static String rightsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
