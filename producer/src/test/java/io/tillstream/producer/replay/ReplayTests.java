package io.tillstream.producer.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.producer.replay.FakeIngest.Arrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTests {

    private static final int ROWS = 2_000;

    private final FakeIngest service = new FakeIngest();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void generate() {
        file = SampleFiles.generated(folder.resolve("rows.csv"), ROWS);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void sendsEveryRowUnderItsContentIdentity() {
        Run run = replay("--stores", 3, "--batch", 100);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(service.stored().keySet()).isEqualTo(SampleFiles.keys(SampleFiles.lines(file)));
        assertThat(service.stored()).hasSize(ROWS);
        assertThat(run.out()).contains("2,000 read, 2,000 sent, 2,000 accepted, 0 rejected", "p99.9");
        assertThat(service.connections()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void identifiesRowsAlikeInEverySelectionAndLayout() {
        List<TransactionLine> lines = SampleFiles.lines(file);
        replay("--rows", "900-", "--stores", 8, "--batch", 37);
        assertThat(service.stored().keySet()).isEqualTo(SampleFiles.keys(lines.subList(899, ROWS)));
        replay("--rows", "-1200", "--stores", 2, "--format", "ndjson", "--gzip");
        assertThat(service.stored().keySet()).isEqualTo(SampleFiles.keys(lines));
    }

    @Test
    void keepsTheRowsOfAnInvoiceInTheirOrder() {
        replay("--stores", 4, "--concurrency", 2, "--batch", 5);
        Stream<TransactionLine> sent = service.arrived().stream().flatMap(request -> request.lines().stream());
        assertThat(byInvoice(sent)).isEqualTo(byInvoice(SampleFiles.lines(file).stream()));
    }

    @Test
    void tagsRowsWithTheirShopOnlyWhenAsked() {
        replay("--stores", 4);
        assertThat(service.stored().values()).allMatch(line -> line.storeId().isEmpty());
        replay("--stores", 4, "--tag-stores");
        assertThat(service.stored().values().stream()
                        .flatMap(line -> line.storeId().stream())
                        .map(StoreId::value)
                        .distinct())
                .containsExactlyInAnyOrder("store-1", "store-2", "store-3", "store-4");
        assertThat(service.stored()).as("a line of a shop is another").hasSize(2 * ROWS);
    }

    @Test
    void usesTheSameKeysForTheSameRequests() {
        replay("--stores", 2);
        List<String> first = keys();
        replay("--stores", 2);
        assertThat(first).doesNotHaveDuplicates();
        assertThat(keys()).hasSize(2 * first.size()).hasSameElementsAs(first);
    }

    @Test
    void selectsByDay() {
        List<TransactionLine> lines = SampleFiles.lines(file);
        LocalDate day = lines.get(ROWS / 2).invoiceDate().toLocalDate();
        List<TransactionLine> ofTheDay = lines.stream()
                .filter(line -> line.invoiceDate().toLocalDate().equals(day))
                .toList();
        assertThat(replay("--date", day).exitCode()).isZero();
        assertThat(service.stored().keySet()).isEqualTo(SampleFiles.keys(ofTheDay));
        replay("--to", day);
        replay("--from", day.plusDays(1));
        assertThat(service.stored()).hasSize(ROWS);
    }

    @Test
    void sendsSoManyRowsAtMost() {
        Run run = replay("--rows", "11-", "--limit", 25);
        assertThat(service.stored().keySet())
                .isEqualTo(SampleFiles.keys(SampleFiles.lines(file).subList(10, 35)));
        assertThat(run.out()).contains("25 accepted");
    }

    @Test
    void sendsItsKey() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "tsk_1_secret\n");
        replay("--limit", 1, "--key-file", key);
        assertThat(service.arrived()).extracting(Arrived::authorization).containsExactly("Bearer tsk_1_secret");
    }

    @Test
    void tellsOfRejectedRowsByTheirPlaceInTheFile() throws IOException {
        Path bad = folder.resolve("bad.csv");
        Files.writeString(bad, """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                1,A,"two
                lines",1,12/1/2010 8:26,1.5,,EIRE
                2,B,,six,12/1/2010 8:26,1.5,,EIRE
                3,C,,1,12/1/2010 8:26,1.5,EIRE
                4,D,,1,13/1/2010 8:26,much,,EIRE
                5,E,,1,12/1/2010 8:26,1.5,,EIRE
                """);
        Path rejects = folder.resolve("rejects.jsonl");
        Path report = folder.resolve("report.json");
        Run run = Run.replay(
                bad,
                "--dates",
                "month-first",
                "--url",
                service.url(),
                "--state-dir",
                folder,
                "--rejects",
                rejects,
                "--report",
                report);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(service.stored()).hasSize(2);
        assertThat(run.out())
                .contains("5 read, 4 sent, 2 accepted, 3 rejected")
                .contains("bad_date 1, not_a_number 1, not_a_whole_number 1, wrong_number_of_values 1");
        assertThat(Files.readAllLines(rejects))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("{\"row\":2,\"line\":4,\"errors\":[{\"field\":\"Quantity\"")
                                .contains("\"sent\":{\"InvoiceNo\":\"2\""),
                        line -> assertThat(line)
                                .startsWith("{\"row\":3,\"line\":5,")
                                .contains("check the separators"),
                        line -> assertThat(line)
                                .startsWith("{\"row\":4,\"line\":6,")
                                .contains("bad_date", "not_a_number"));
        assertThat(Files.readString(report)).contains("\"accepted\":2,\"rejected\":3", "\"ending\":\"complete\"");
    }

    @Test
    void endsWithOneForWhatItCannotUse() {
        assertThat(Run.replay(folder.resolve("missing.csv")))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("missing.csv does not exist"));
        assertThat(replay("--stores", "0").exitCode()).isEqualTo(1);
        assertThat(replay("--rows", "20-10").exitCode()).isEqualTo(1);
        assertThat(replay("--rate", "-1").exitCode()).isEqualTo(1);
        assertThat(replay("--date", "2024-12-01", "--to", "2024-12-02").exitCode())
                .isEqualTo(1);
        assertThat(replay("--timeout", "soon").exitCode()).isEqualTo(1);
        assertThat(replay("--key", "two words").exitCode()).isEqualTo(1);
        assertThat(replay("--nonsense").exitCode()).isEqualTo(1);
        assertThat(Run.replay(file, "--url", "localhost:8081").exitCode()).isEqualTo(1);
        assertThat(service.arrived()).isEmpty();
    }

    @Test
    void sendsWhatItReadBeforeTheFileBroke() throws IOException {
        Files.writeString(file, "\"never closed\nat all", StandardOpenOption.APPEND);
        Run run = replay("--batch", 50);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("2,000 accepted", "line 2002", "quote");
    }

    private List<String> keys() {
        return service.arrived().stream().map(Arrived::key).toList();
    }

    private static Map<InvoiceNumber, List<LineId>> byInvoice(Stream<TransactionLine> lines) {
        return lines.collect(groupingBy(TransactionLine::invoiceNo, mapping(TransactionLine::lineId, toList())));
    }

    private Run replay(Object... options) {
        Object[] args = Stream.concat(
                        Stream.of(file, "--url", service.url(), "--state-dir", folder.resolve("state")),
                        Stream.of(options))
                .toArray();
        return Run.replay(args);
    }
}
