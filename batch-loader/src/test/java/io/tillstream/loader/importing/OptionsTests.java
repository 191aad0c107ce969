package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.parts.RejectLimit;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .contains("--targets", "LAKE, INVOICES, WAREHOUSE", "--max-rejected=N|N%")
                .containsPattern("0 +all is loaded")
                .containsPattern("4 +another run is at a file");
    }

    @Test
    void aLimitIsANumberOrAShare() {
        RejectLimitConverter limits = new RejectLimitConverter();
        assertThat(limits.convert("0")).isEqualTo(new RejectLimit.Rows(0));
        assertThat(limits.convert("0.5%")).isEqualTo(new RejectLimit.Percent(0.5));
    }

    private int execute(String... arguments) {
        return new ImportCommand()
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
