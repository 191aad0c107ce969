package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.localcloud.postgres.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse's port when a cloud on another folder has it, or had it. */
class LeftOverIT {

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    private final List<String> notices = new ArrayList<>();

    @Test
    void namesAndEndsAServerWhoseCloudIsGone() throws IOException {
        int port = freePort();
        ProcessHandle leftOver;
        try (CloudProcess cloud = CloudProcess.start(before, port)) {
            leftOver = cloud.postmaster();
            cloud.killAllButPostmaster();
        }
        assertThat(leftOver.isAlive()).isTrue();

        try (LocalCloud cloud = onTheOtherFolder(port)) {
            assertThat(cloud.warehouseUrl())
                    .hasValueSatisfying(url -> assertThat(url).contains(":" + port + "/"));
        }
        assertThat(leftOver.isAlive()).isFalse();
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains(
                                "Port " + port, "process " + leftOver.pid(), "left behind on " + before.toRealPath()));
    }

    @Test
    void namesButDoesNotEndTheServerOfACloudThatRuns() throws IOException {
        int port = freePort();
        try (CloudProcess cloud = CloudProcess.start(before, port)) {
            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> onTheOtherFolder(port))
                    .withMessageContaining("Port " + port + " for the warehouse is taken by the cloud on "
                            + before.toRealPath() + ", process ");
            assertThat(cloud.postmaster().isAlive()).isTrue();
        }
        assertThat(notices).isEmpty();
    }

    private LocalCloud onTheOtherFolder(int port) {
        return Clouds.on(after)
                .warehouse(new Database(port, "warehouse", "owner", "secret"))
                .notices(notices::add)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
