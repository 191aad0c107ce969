package io.tillstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.producer.Producer;
import io.tillstream.producer.replay.FakeIngest.Arrived;
import io.tillstream.producer.replay.FakeIngest.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, broken off and started again. */
@Timeout(60)
class InterruptedReplayIT {

    private static final int ROWS = 3_000;
    private static final int ANSWERED = 12;

    private final FakeIngest service = new FakeIngest();
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch broken = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void holdTheServiceInTheMiddle() {
        file = SampleFiles.generated(folder.resolve("rows.csv"), ROWS);
        service.behave(number -> number < ANSWERED ? Behaviour.STORE : heldUp());
    }

    @AfterEach
    void stop() {
        broken.countDown();
        service.close();
    }

    @Test
    void ctrlCSavesThePlaceReportsAndEndsWithThree() throws IOException, InterruptedException {
        Process process = start();
        assertThat(underWay.await(1, TimeUnit.MINUTES)).isTrue();
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("out")))
                .contains("Interrupted. Run the same command again to continue");
        goesOnToTheEnd();
        int sent = service.arrived().stream()
                .mapToInt(request -> request.lines().size())
                .sum();
        assertThat(sent).as("rows sent, of which only those under way twice").isLessThanOrEqualTo(ROWS + 200);
    }

    @Test
    void aKillLosesNothing() throws IOException, InterruptedException {
        Process process = start();
        assertThat(underWay.await(1, TimeUnit.MINUTES)).isTrue();
        process.destroyForcibly();
        process.waitFor();
        goesOnToTheEnd();
        assertThat(service.arrived()).extracting(Arrived::key).isNotEmpty();
    }

    private void goesOnToTheEnd() throws IOException, InterruptedException {
        broken.countDown();
        service.behave(number -> Behaviour.STORE);
        Process process = start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out"))).contains("3,000 accepted");
        assertThat(service.stored().keySet()).isEqualTo(SampleFiles.keys(SampleFiles.lines(file)));
    }

    private Behaviour heldUp() {
        underWay.countDown();
        try {
            return broken.await(30, TimeUnit.SECONDS) ? new Behaviour.Drop() : Behaviour.status(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Behaviour.Drop();
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Producer.class.getName(),
                        "replay",
                        file.toString(),
                        "--url",
                        service.url(),
                        "--state-dir",
                        folder.resolve("state").toString(),
                        "--stores",
                        "2",
                        "--concurrency",
                        "1",
                        "--batch",
                        "100")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }
}
