package io.tillstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that do not write rows as the service takes them. */
class FileReadingTests {

    private static final String HEADER = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,Country\n";

    private final FakeIngest service = new FakeIngest();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void nothingIsSentOfAFileThatWritesTheDayFirstUntilThatIsSaid() throws IOException {
        Path file = write(HEADER + row("3/4/2011 8:26").repeat(2_000) + row("13/4/2011 8:26"));
        Run refused = replay(file);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("in line 2002", "--dates day-first", "Nothing was sent");
        assertThat(service.arrived()).isEmpty();

        Run told = replay(file, "--dates", "day-first");
        assertThat(told.exitCode()).as(told.toString()).isZero();
        assertThat(dates()).containsOnly(LocalDate.of(2011, 4, 3), LocalDate.of(2011, 4, 13));
    }

    @Test
    void aRowThatIsWrongWithTheDayFirstIsNotSentAsOneWithTheMonthFirst() throws IOException {
        Path file = write(HEADER + row("3/4/2011 8:26") + row("4/13/2011 8:26"));
        Run run = replay(file, "--dates", "day-first");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(dates()).containsOnly(LocalDate.of(2011, 4, 3));
    }

    @Test
    void tellsThatItAssumedTheOrder() throws IOException {
        assertThat(replay(write(HEADER + row("3/4/2011 8:26"))).err())
                .contains("no date shows which number is the month");
    }

    @Test
    void takesForeignNamesOfColumns() throws IOException {
        Path file = write(HEADER.replace("Quantity", "Menge").replace("Country", "Country,Kasse")
                + row("3/14/2011 8:26").replace("France", "France,7"));
        assertThat(replay(file).exitCode()).isEqualTo(1);
        Run run = replay(file, "--map", "Menge=Quantity", "--map", "Kasse=");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(service.stored().values())
                .extracting(TransactionLine::quantity)
                .containsExactly(6L);
    }

    @Test
    void sourcesTellEqualRowsApart() throws IOException {
        Path file = write(HEADER + row("3/14/2011 8:26"));
        for (String source : List.of("north", "south", "north")) {
            assertThat(replay(file, "--source", source).exitCode()).isZero();
        }
        assertThat(service.stored()).hasSize(2);
    }

    private List<LocalDate> dates() {
        return service.stored().values().stream()
                .map(line -> line.invoiceDate().toLocalDate())
                .toList();
    }

    private Run replay(Path file, Object... options) {
        List<Object> arguments =
                new ArrayList<>(List.of(file, "--url", service.url(), "--state-dir", folder.resolve("state")));
        arguments.addAll(List.of(options));
        return Run.replay(arguments.toArray());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private static String row(String date) {
        return "536365,85123A,6," + date + ",2.55,France\n";
    }
}
