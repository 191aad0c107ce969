package io.tillstream.rowfiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTests {

    @Test
    void keepsLettersSignsAndBlanks() {
        assertThat(Printable.text("Größe £ 中 🙂, 'x'")).isEqualTo("Größe £ 中 🙂, 'x'");
    }

    @Test
    void writesTheRestAsCodes() {
        assertThat(Printable.text("a\u001B[31m\n\u009B\u202E\uD800\uFFFD"))
                .isEqualTo("a\\u001b[31m\\u000a\\u009b\\u202e\\ud800\\ufffd");
    }

    @Test
    void cutsLongTexts() {
        assertThat(Printable.text("x".repeat(5_000))).hasSize(2_001).endsWith("…");
    }
}
