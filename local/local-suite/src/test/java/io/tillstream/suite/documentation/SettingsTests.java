package io.tillstream.suite.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTests {

    private static final String COMMAND = """
        mvn -DskipTests package && (cd local/local-suite && java \
        -cp 'target/test-classes:target/tillstream.jar' io.tillstream.suite.documentation.SettingsProgram)\
        """;

    @Test
    void everySettingHasADescription() {
        assertThat(SettingsTable.settings())
                .hasSizeGreaterThan(130)
                .noneMatch(setting -> setting.description().isBlank());
    }

    @Test
    void thePageIsWhatSettingsProgramWrites() {
        String page = Page.at(Page.ROOT.resolve("docs/operate/settings.md")).text();
        assertThat(page)
                .as("the table is made anew by: %s", COMMAND)
                .contains(SettingsTable.BEGIN, SettingsTable.END)
                .isEqualTo(SettingsTable.putInto(page));
    }
}
