package io.tillstream.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.contract.BareEndpoint;
import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.ShardReader;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

class KilledProcessIT {

    private static final String STREAM = "orders";
    private static final int CALLS_BEFORE_THE_KILL = 50;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough = new CountDownLatch(CALLS_BEFORE_THE_KILL);

    /** Serves a folder until it is killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws InterruptedException {
            Kinesis kinesis = Kinesis.open(Path.of(args[0]), Clock.systemUTC(), EntryFaults.NONE);
            System.out.println(new BareEndpoint(kinesis).uri());
            new CountDownLatch(1).await();
        }
    }

    @Test
    void everythingAcknowledgedIsThereAfterAKill() throws Exception {
        Process victim = start();
        try (BufferedReader output = victim.inputReader(UTF_8)) {
            URI endpoint = URI.create(output.readLine());
            Thread writer = Thread.ofVirtual().start(() -> putUntilItFails(endpoint));
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            victim.destroyForcibly().waitFor();
            writer.join();
        } finally {
            victim.destroyForcibly();
        }
        assertThat(stored()).containsAll(acknowledged).doesNotHaveDuplicates();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CALLS_BEFORE_THE_KILL * 100);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void putUntilItFails(URI endpoint) {
        try (KinesisClient client = SdkClients.at(endpoint, KinesisClient.builder())) {
            client.createStream(create -> create.streamName(STREAM).shardCount(2));
            for (int call = 0; ; call++) {
                List<String> texts = IntStream.range(call * 100, call * 100 + 100)
                        .mapToObj(i -> "record " + i)
                        .toList();
                client.putRecords(put -> put.streamName(STREAM)
                        .records(texts.stream()
                                .map(text -> PutRecordsRequestEntry.builder()
                                        .partitionKey(text)
                                        .data(SdkBytes.fromUtf8String(text))
                                        .build())
                                .toList()));
                acknowledged.addAll(texts);
                enough.countDown();
            }
        } catch (SdkException e) {
            // The kill: what has not been acknowledged by then may or may not be there.
            assertThat(enough.getCount()).isZero();
        }
    }

    private List<String> stored() {
        try (Kinesis kinesis = Kinesis.open(folder, Clock.systemUTC(), EntryFaults.NONE);
                BareEndpoint endpoint = new BareEndpoint(kinesis);
                KinesisClient client = SdkClients.at(endpoint.uri(), KinesisClient.builder())) {
            return client.listShards(list -> list.streamName(STREAM)).shards().stream()
                    .flatMap(shard -> new ShardReader(client, STREAM).all(shard.shardId()).stream())
                    .map(record -> record.data().asUtf8String())
                    .toList();
        }
    }
}
