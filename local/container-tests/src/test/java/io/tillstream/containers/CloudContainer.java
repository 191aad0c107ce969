package io.tillstream.containers;

import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * The cloud that {@code -Dcloud.image} names, LocalStack unless told otherwise, in a container that all tests share. It
 * ends with this process.
 */
public final class CloudContainer {

    private static final int PORT = 4566;
    private static final String IMAGE = System.getProperty("cloud.image", "localstack/localstack:4.14.0");

    private static @Nullable Outcome outcome;

    /** Where the cloud is, or why there is none. */
    private record Outcome(Optional<URI> endpoint, String reason) {}

    private CloudContainer() {}

    /** Where the cloud answers; empty when there is no engine, or the engine cannot get the image. */
    public static Optional<URI> endpoint() {
        return outcome().endpoint();
    }

    static String reason() {
        return outcome().reason();
    }

    /** Not while the class is loaded: other threads, which wait for the container, need it too. */
    private static synchronized Outcome outcome() {
        if (outcome == null) {
            outcome = start();
        }
        return outcome;
    }

    private static Outcome start() {
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? running()
                    : absent("no container engine answers");
        } catch (RuntimeException e) {
            if (isImageMissing(e)) {
                return absent("the engine cannot get an image that is needed for " + IMAGE);
            }
            throw e;
        }
    }

    private static Outcome running() {
        GenericContainer<?> cloud = cloud();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::stop));
        cloud.start();
        // By its number: before a name, the SDK would put that of a bucket.
        String host = cloud.getHost().replace("localhost", "127.0.0.1");
        URI endpoint = URI.create("http://" + host + ":" + cloud.getMappedPort(PORT));
        return new Outcome(Optional.of(endpoint), IMAGE + " runs");
    }

    /**
     * With the settings of LocalStack and of the embedded cloud; neither knows the other's. Ready when it answers; what it
     * answers to a path that only LocalStack knows does not matter.
     */
    private static GenericContainer<?> cloud() {
        return new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withEnv("KINESIS_MOCK_PROVIDER_ENGINE", "scala")
                .withEnv("LOCAL_CLOUD_DATA", "/data")
                .withEnv("LOCAL_CLOUD_HOSTS", DockerClientFactory.instance().dockerHostIpAddress())
                .withExposedPorts(PORT)
                .waitingFor(answering("/_localstack/health", PORT));
    }

    private static WaitStrategy answering(String path, int port) {
        return Wait.forHttp(path)
                .forPort(port)
                .forStatusCodeMatching(status -> status < 500)
                .withReadTimeout(Duration.ofSeconds(10))
                .withStartupTimeout(Duration.ofMinutes(3));
    }

    private static Outcome absent(String reason) {
        System.out.println("Nothing is tested in containers: " + reason + ".");
        return new Outcome(Optional.empty(), reason);
    }

    private static boolean isImageMissing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ContainerFetchException || cause instanceof NotFoundException);
    }
}
