package io.tillstream.localcloud.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * Lets a process write with eight threads, kills it after a random number of acknowledgements, and compares what it has
 * acknowledged with what is there. As a program: {@code ROUNDS}, such as 200.
 */
final class KillRound {

    private static final int LEAST_ACKNOWLEDGED = 100;
    private static final int MOST_ACKNOWLEDGED = 4_000;

    private final Path folder;
    private final String table;
    private final Set<String> items = new HashSet<>();
    private final Set<String> transactions = new HashSet<>();
    private final Map<String, Integer> counters = new HashMap<>();

    KillRound(Path folder, int round) {
        this.folder = folder;
        this.table = "round-" + round;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("kill-rounds");
        for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
            System.out.printf("%d: %s%n", round, new KillRound(folder, round).play());
        }
    }

    /** Plays the round; the tables of two rounds before are gone then. */
    String play() throws IOException {
        Process victim = start();
        try (BufferedReader acknowledgements = victim.inputReader(UTF_8)) {
            int enough = ThreadLocalRandom.current().nextInt(LEAST_ACKNOWLEDGED, MOST_ACKNOWLEDGED);
            String line = acknowledgements.readLine();
            for (int i = 0; line != null; i++) {
                if (i == enough) {
                    boolean ignored = victim.toHandle().destroyForcibly();
                }
                // What was written before the kill still comes; the last line may be cut.
                note(line);
                line = acknowledgements.readLine();
            }
        } finally {
            victim.destroyForcibly();
            victim.onExit().join();
        }
        assertThat(items.size()).as("acknowledged puts").isPositive();
        try (DynamoDb db = DynamoDb.open(folder, Clock.systemUTC(), EntryFaults.NONE)) {
            return check(new Requests(db));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillVictim.class.getName(),
                        folder.toString(),
                        table)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void note(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[2].equals(".")) {
            return;
        }
        switch (words[0]) {
            case "item" -> items.add(words[1]);
            case "transaction" -> transactions.add(words[1]);
            default -> counters.merge(words[0], Integer.parseInt(words[1]), Math::max);
        }
    }

    private String check(Requests requests) {
        Set<String> stored = new HashSet<>();
        Map<String, Integer> parts = new HashMap<>();
        for (JsonNode item : scan(requests)) {
            String id = item.get("id").get("S").stringValue();
            stored.add(id);
            if (item.has("transaction")) {
                parts.merge(item.get("transaction").get("S").stringValue(), 1, Integer::sum);
            }
            if (item.has("n")) {
                assertThat(Integer.parseInt(item.get("n").get("N").stringValue()))
                        .as("counter " + id)
                        .isBetween(counters.getOrDefault(id, 0), counters.getOrDefault(id, 0) + 1);
            }
        }
        assertThat(stored).as("acknowledged items").containsAll(items).containsAll(counters.keySet());
        assertThat(parts.keySet()).as("acknowledged transactions").containsAll(transactions);
        // Where the kill came before the first transaction there is none.
        assertThat(parts.values()).as("parts of each transaction").allMatch(count -> count == KillVictim.PARTS);
        return "%d items, %d transactions, %d stored".formatted(items.size(), transactions.size(), stored.size());
    }

    private List<JsonNode> scan(Requests requests) {
        List<JsonNode> found = new ArrayList<>();
        String start = "";
        do {
            JsonNode page = requests.call("Scan", "{'TableName': '%s'%s}".formatted(table, start));
            found.addAll(page.get("Items").values());
            start = page.has("LastEvaluatedKey") ? ", 'ExclusiveStartKey': " + page.get("LastEvaluatedKey") : "";
        } while (!start.isEmpty());
        return found;
    }
}
