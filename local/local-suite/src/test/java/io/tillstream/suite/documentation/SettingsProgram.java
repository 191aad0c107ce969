package io.tillstream.suite.documentation;

import java.io.IOException;
import java.nio.file.Files;

/** Writes the table of settings into {@code docs/operate/settings.md}; to be run in the folder of this module. */
final class SettingsProgram {

    private SettingsProgram() {}

    public static void main(String[] args) throws IOException {
        Page page = Page.at(Page.ROOT.resolve("docs/operate/settings.md"));
        Files.writeString(page.file(), SettingsTable.putInto(page.text()));
    }
}
