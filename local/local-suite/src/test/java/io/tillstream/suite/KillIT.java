package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies without a word while rows are being posted. */
class KillIT {

    private static final int SENDERS = 4;
    private static final int ROWS_A_REQUEST = 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void everyAcceptedRowIsThereOnceAfterAKill(@TempDir Path data) throws Exception {
        Map<String, Integer> accepted = new ConcurrentHashMap<>();
        SuiteProcess first = SuiteProcess.start(data);
        List<Thread> senders = IntStream.range(0, SENDERS)
                .mapToObj(sender -> Thread.ofVirtual().start(() -> send(first, "K" + sender + "-", accepted)))
                .toList();
        await().atMost(SOON).until(() -> accepted.size() >= 100);
        first.kill();
        for (Thread sender : senders) {
            sender.join();
        }

        SuiteProcess second = SuiteProcess.start(data);
        try (Pipeline pipeline = second.pipeline()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(accepted)
                            .allSatisfy((invoiceNo, rows) ->
                                    assertThat(pipeline.lineCount(invoiceNo)).isEqualTo(rows)));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(linesInTheLake(pipeline)).containsAllEntriesOf(accepted));
        } finally {
            second.kill();
            // Its children end a moment later, and write into the folder until then.
            await().atMost(SOON).until(() -> UpProcess.naming(data).isEmpty());
        }
    }

    /** How often each invoice's lines lie in the lake. */
    private static Map<String, Integer> linesInTheLake(Pipeline pipeline) {
        return pipeline.lake().stream()
                .collect(Collectors.toMap(line -> line.path("invoiceNo").asString(), line -> 1, Integer::sum));
    }

    private static void send(SuiteProcess suite, String prefix, Map<String, Integer> accepted) {
        try (Pipeline pipeline = suite.pipeline()) {
            for (int i = 0; ; i++) {
                String invoiceNo = prefix + i;
                if (pipeline.post(rows(invoiceNo)).statusCode() == 202) {
                    accepted.put(invoiceNo, ROWS_A_REQUEST);
                }
            }
        } catch (IOException killed) {
            // What was not answered was not promised.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String rows(String invoiceNo) {
        return IntStream.range(0, ROWS_A_REQUEST)
                .mapToObj(i -> """
                        {"InvoiceNo":"%s","StockCode":"S%d","Quantity":2,"InvoiceDate":"12/1/2010 8:26",
                         "UnitPrice":0.5,"CustomerID":17850,"Country":"France"}""".formatted(invoiceNo, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private record SuiteProcess(Process process, URI ingest, URI query, URI cloud) {

        private static SuiteProcess start(Path data) throws IOException {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dtillstream.log.file=" + data.resolve("tillstream.log"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SuiteProgram.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] addresses = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine()
                    .split(" ", -1);
            return new SuiteProcess(
                    process, URI.create(addresses[0]), URI.create(addresses[1]), URI.create(addresses[2]));
        }

        private Pipeline pipeline() {
            return new Pipeline(ingest, query, cloud);
        }

        /** SIGKILL: no shutdown hook runs. */
        private void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
