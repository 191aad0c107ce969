package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportProgressTests {

    private final ImportProgress progress = new ImportProgress();

    @Test
    void showsEveryStepThatIsUnderWay() {
        try (ImportProgress.Step read = progress.begin("read", 1_000);
                ImportProgress.Step load = progress.begin("warehouse", 1_000)) {
            read.at(250);
            assertThat(progress.withBars())
                    .matches("read \\[####------------\\] 25 %  250 rows  [\\d,]+ rows/s.*"
                            + "   warehouse 1,000 rows, for \\d+ s");
            assertThat(progress.plain()).startsWith("read 25 %  250 rows");
            load.add(1_000);
            assertThat(progress.withBars()).endsWith(" 0 s left");
        }
        assertThat(progress.plain()).isEmpty();
    }

    @Test
    void showsNoShareOfWhatHasNoKnownEnd() {
        try (ImportProgress.Step read = progress.begin("read", 0)) {
            read.at(250);
            assertThat(progress.withBars()).matches("read 250 rows  [\\d,]+ rows/s");
        }
    }
}
