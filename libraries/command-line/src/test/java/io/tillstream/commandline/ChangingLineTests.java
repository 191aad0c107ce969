package io.tillstream.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ChangingLineTests {

    private final StringWriter out = new StringWriter();

    @Test
    void writesOverTheLineOnATerminal() {
        ChangingLine line = new ChangingLine(new PrintWriter(out), true);
        line.show("10 rows");
        line.show("9 rows");
        line.say("a part is there");
        line.show("8 rows");
        line.clear();
        line.clear();
        assertThat(out.toString())
                .isEqualTo(
                        "\r10 rows\r9 rows \r      \ra part is there" + System.lineSeparator() + "\r8 rows\r      \r");
    }

    @Test
    void writesLinesOneAfterTheOtherElsewhere() {
        ChangingLine line = new ChangingLine(new PrintWriter(out), false);
        line.show("10 rows");
        line.show("");
        line.say("a part is there");
        line.clear();
        assertThat(out.toString().lines()).containsExactly("10 rows", "a part is there");
    }
}
