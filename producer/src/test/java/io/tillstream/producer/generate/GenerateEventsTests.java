package io.tillstream.producer.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.rowfiles.RowFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files of events that the command {@code generate} makes. */
class GenerateEventsTests {

    private static final String HEADER =
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session";

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void areTheSameBytesForTheSameSeed() throws IOException, NoSuchAlgorithmException {
        Path file = generated("a.csv", "--rows", "2000", "--seed", "42");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        // Whoever changes what a seed makes, changes the files of everyone who names one.
        assertThat(HexFormat.of().formatHex(digest)).startsWith("fb8dd5a947f50a46");
    }

    @Test
    void haveThePublishedColumnsAndAreAllValid() throws IOException {
        Path file = generated("a.csv", "--rows", "20000", "--days", "31");
        assertThat(Files.readString(file, UTF_8))
                .startsWith(HEADER + "\n2019-10-01 00:00:00 UTC,")
                .endsWith("\n");
        assertThat(lines(file)).hasSize(20_000);
        assertThat(Files.readAllLines(file)).hasSize(20_001);
    }

    @Test
    void sayTheSameWhenPacked() throws IOException {
        Path plain = generated("a.csv", "--rows", "3000", "--start", "2020-01-01");
        Path packed = generated("a.csv.gz", "--rows", "3000", "--start", "2020-01-01");
        assertThat(lines(packed)).hasSize(3_000).isEqualTo(lines(plain));
        assertThat(Files.size(packed)).isLessThan(Files.size(plain) / 2);
    }

    @Test
    void mayLeaveWhatIsKnownOfProductsToASecondFile() throws IOException {
        Path whole = generated("whole.csv", "--rows", "3000");
        Path items = folder.resolve("item.csv");
        Path events = generated("events.csv", "--rows", "3000", "--items", items.toString());
        Map<String, String> ofProducts = new HashMap<>();
        for (String item : Files.readAllLines(items)) {
            String[] idAndRest = item.split(",", 2);
            assertThat(ofProducts.put(idAndRest[0], idAndRest[1])).isNull();
        }
        List<String> joined = Files.readAllLines(events).stream()
                .map(row -> row.split(",", -1))
                .map(row -> String.join(",", row[0], row[1], row[2], ofProducts.get(row[2]), row[3], row[4], row[5]))
                .toList();
        assertThat(joined).isEqualTo(Files.readAllLines(whole));
    }

    @Test
    void areNotWrittenInOtherWays() {
        assertThat(generate("--rows", "10", "--out", "events.xlsx")).isEqualTo(1);
        assertThat(err.toString()).contains("--out takes a file named .csv or .csv.gz when rows are events");
        assertThat(generate("--rows", "10", "--out", "events.csv", "--items", "item.txt"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--items takes a file named .csv or .csv.gz");
        assertThat(Path.of("events.csv")).doesNotExist();
    }

    @Test
    void areOneOfTheFeedsThatThereAre() {
        String out = folder.resolve("rows.csv").toString();
        assertThat(run("--feed", "visits", "--rows", "10", "--out", out)).isEqualTo(1);
        assertThat(err.toString()).contains("--feed takes one of events, transactions, not \"visits\"");
        assertThat(run("--rows", "10", "--out", out, "--items", out)).isEqualTo(1);
        assertThat(err.toString()).contains("--items goes with --feed events");
        assertThat(folder).isEmptyDirectory();
    }

    private Path generated(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--out", file.toString()));
        assertThat(generate(all.toArray(String[]::new))).as(err.toString()).isZero();
        return file;
    }

    private int generate(String... options) {
        List<String> all = new ArrayList<>(List.of("--feed", "events"));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    private int run(String... options) {
        return new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }

    private static List<FeedLine> lines(Path path) throws IOException {
        ShopEventFeed feed = new ShopEventFeed();
        LineIdentity identity = LineIdentity.ofContent(feed.hashing());
        RowValidator validator = feed.validator(RowSettings.USUAL);
        List<FeedLine> lines = new ArrayList<>();
        try (RowFile file = RowFile.open(path)) {
            assertThat(file.feed().name()).isEqualTo(feed.name());
            file.read(row -> {
                RowResult result = validator.validate(row.row(), row.number() - 1, identity, Instant.EPOCH);
                return result instanceof RowResult.Accepted accepted && lines.add(accepted.line());
            });
        }
        return lines;
    }
}
