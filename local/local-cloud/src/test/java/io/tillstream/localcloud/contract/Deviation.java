package io.tillstream.localcloud.contract;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where LocalStack is known not to do as AWS does, and why the pipeline can live with it. A case that meets one is left
 * out there with that reason, so that whatever else fails is news.
 */
public enum Deviation {
    FIREHOSE_OBJECT_NAMES("every call becomes an object, whose name has no version and does not tell the order within a"
            + " second; the loader takes objects in any order"),
    FIREHOSE_COMPRESSION("compression and placeholders of a prefix are ignored; the loader looks at the first bytes"),
    FIREHOSE_LIMITS("calls that are too large are taken; the sink keeps to AWS's limits by itself"),
    FIREHOSE_DESTINATIONS("a bucket or role that is not there is taken; the bootstrap makes the bucket first"),
    KINESIS_LIMITS("calls that are too large are taken; the publisher keeps to AWS's limits by itself"),
    KINESIS_NUMBERS_BEYOND_A_SPLIT("a split shard's end may be above the numbers of its children's records; numbers are"
            + " compared within a shard only, and a shard is read before its children");

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Map<URI, Set<Deviation>> KNOWN = new ConcurrentHashMap<>();

    private final String consequence;

    Deviation(String consequence) {
        this.consequence = consequence;
    }

    /** Those of whatever answers at an endpoint: LocalStack's, if it says that it is LocalStack. */
    public static Set<Deviation> of(URI endpoint) {
        return KNOWN.computeIfAbsent(endpoint, Deviation::ask);
    }

    /** Ends the test where this is among those known. */
    void assumeAbsentFrom(Set<Deviation> known) {
        assumeFalse(known.contains(this), () -> "Known of LocalStack: " + consequence);
    }

    private static Set<Deviation> ask(URI endpoint) {
        HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/_localstack/health"))
                .timeout(SOON)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> said = client.send(health, HttpResponse.BodyHandlers.ofString());
            boolean isLocalStack = said.statusCode() == 200 && said.body().contains("\"services\"");
            return isLocalStack ? EnumSet.allOf(Deviation.class) : EnumSet.noneOf(Deviation.class);
        } catch (IOException nothingThere) {
            return EnumSet.noneOf(Deviation.class);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return EnumSet.noneOf(Deviation.class);
        }
    }
}
