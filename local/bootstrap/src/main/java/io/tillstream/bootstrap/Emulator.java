package io.tillstream.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;

/** What is known of the cloud at an endpoint beyond what it says of its failures. */
record Emulator(URI endpoint) {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String FETCHES =
            "LocalStack's image holds no Kinesis engine, and fetches it from GitHub when the first stream is made";

    /** A failure in a line, while there is hope. */
    String explain(SdkException failure) {
        return isAboutTheEngine(failure) ? inShort(failure) + " (" + FETCHES + ")" : inShort(failure);
    }

    /** A failure in a line, when there is none left: with what can be done about it. */
    String conclude(SdkException failure) {
        return isAboutTheEngine(failure)
                ? inShort(failure) + ". " + FETCHES + ", 60 calls an hour and address unless GITHUB_API_TOKEN is set."
                        + " What needs nothing from outside: docker compose -f compose.embedded.yml up"
                : String.valueOf(failure.getMessage());
    }

    /** Kinesis fails, or does not answer in time, where LocalStack itself answers. */
    private boolean isAboutTheEngine(SdkException failure) {
        boolean unanswered = !(failure instanceof AwsServiceException);
        return (unanswered || failure instanceof KinesisException) && isLocalStack();
    }

    private boolean isLocalStack() {
        HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/_localstack/health"))
                .timeout(SOON)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(SOON).build()) {
            HttpResponse<String> said = client.send(health, HttpResponse.BodyHandlers.ofString());
            return said.statusCode() == 200 && said.body().contains("\"services\"");
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Without what the SDK adds, which differs from one attempt to the next. */
    private static String inShort(SdkException failure) {
        return String.valueOf(failure.getMessage())
                .replaceFirst(" \\(Service: .*", "")
                .replaceFirst(" \\(SDK Attempt .*", "");
    }
}
