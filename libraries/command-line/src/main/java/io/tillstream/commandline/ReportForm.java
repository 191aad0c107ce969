package io.tillstream.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a report is given.
 *
 * @param asJson whether it is printed as JSON instead of text
 * @param file where it is written as JSON besides
 */
public record ReportForm(boolean asJson, @Nullable Path file) {

    void print(CommandReport report, PrintWriter out) throws IOException {
        out.println(asJson ? report.json() : report.text());
        out.flush();
        if (file != null) {
            Files.writeString(file, report.json() + "\n");
        }
    }
}
