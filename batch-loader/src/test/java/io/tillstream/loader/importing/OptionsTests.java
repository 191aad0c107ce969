package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.parts.RejectLimit;
import io.tillstream.loader.parts.RowRules;
import io.tillstream.loader.parts.RowRules.Grouping;
import io.tillstream.model.StoreId;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.row.DateOrder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OptionsTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--targets nowhere",
                "--split 0",
                "--split many",
                "--max-rejected -1",
                "--max-rejected 101%",
                "--max-rejected NaN%",
                "--max-rejected few",
                "--dates sometimes",
                "--map Menge",
                "--map Menge=Qty",
                "--map-file no-such-file",
                "--files apart",
                "--store \u0007",
                "--unknown"
            })
    void wrongOnesAreRefusedBeforeAnythingIsReached(String options) {
        assertThat(execute(options.split(" ", -1))).isEqualTo(1);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void helpNamesTheExitCodes() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString())
                .contains("--targets", "LAKE, INVOICES, SESSIONS, WAREHOUSE", "--max-rejected=N|N%")
                .containsPattern("0 +all is loaded")
                .containsPattern("4 +another run is loading a file");
    }

    @Test
    void whatIsNotGivenTheSettingsSay() {
        RowProperties settings =
                new RowProperties("5", DateOrder.DAY_FIRST, "soho", "tills", List.of("Menge=Quantity"), null);
        RowRules rules = new RowOptions().rules(settings);
        assertThat(rules)
                .isEqualTo(new RowRules(
                        new RejectLimit.Rows(5), DateOrder.DAY_FIRST, new StoreId("soho"), "tills", Grouping.AUTO));
        assertThat(new RowOptions().columns(settings, Feeds.installed()).meaning())
                .containsExactly("column menge=Quantity");
        RowOptions given = new RowOptions();
        new CommandLine(given)
                .parseArgs("--max-rejected=7%", "--dates=Month-First", "--store=cork", "--source=web", "--map=A=Price");
        assertThat(given.rules(settings))
                .isEqualTo(new RowRules(
                        new RejectLimit.Percent(7), DateOrder.MONTH_FIRST, new StoreId("cork"), "web", Grouping.AUTO));
        assertThat(given.columns(settings, Feeds.installed()).meaning()).containsExactly("column a=Price");
    }

    private int execute(String... arguments) {
        return new ImportCommand()
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
