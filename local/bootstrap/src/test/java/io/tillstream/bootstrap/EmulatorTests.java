package io.tillstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;

class EmulatorTests {

    private static final byte[] HEALTH = "{\"services\":{\"kinesis\":\"available\"}}".getBytes(StandardCharsets.UTF_8);
    private final SdkClientException timedOut = SdkClientException.create("Read timed out");
    private final AwsServiceException failed = KinesisException.builder()
            .message("exception while calling kinesis.CreateStream")
            .build();

    private HttpServer localStack;

    @BeforeEach
    void start() throws IOException {
        localStack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        localStack.createContext("/_localstack/health", exchange -> {
            exchange.sendResponseHeaders(200, HEALTH.length);
            exchange.getResponseBody().write(HEALTH);
            exchange.close();
        });
        localStack.start();
    }

    @AfterEach
    void stop() {
        localStack.stop(0);
    }

    @Test
    void tellsWhatLocalStackIsAboutWhileItsEngineIsFetched() {
        assertThat(here().explain(timedOut)).startsWith("Read timed out (LocalStack's image holds no Kinesis engine");
        assertThat(here().explain(failed)).contains("fetches it from GitHub");
    }

    @Test
    void endsWithTheCauseAndTheWayAroundInOneLine() {
        assertThat(here().conclude(failed))
                .startsWith("exception while calling kinesis.CreateStream")
                .contains("GITHUB_API_TOKEN", "docker compose -f compose.embedded.yml up")
                .doesNotContain("\n");
    }

    @Test
    void leavesOutWhatDiffersFromOneAttemptToTheNext() {
        SdkClientException refused = SdkClientException.create("refused (Service: DynamoDb, Request ID: 7)");
        assertThat(new Emulator(URI.create("http://127.0.0.1:1")).explain(refused))
                .isEqualTo("refused");
    }

    @Test
    void addsNothingWhereLocalStackIsNotAtFaultOrNotThere() {
        AwsServiceException table =
                DynamoDbException.builder().message("no table").build();
        assertThat(here().explain(table)).isEqualTo("no table");
        assertThat(new Emulator(URI.create("http://127.0.0.1:1")).explain(timedOut))
                .isEqualTo("Read timed out");
        assertThat(new Emulator(URI.create("http://127.0.0.1:1")).conclude(timedOut))
                .isEqualTo("Read timed out");
    }

    private Emulator here() {
        return new Emulator(
                URI.create("http://127.0.0.1:" + localStack.getAddress().getPort()));
    }
}
