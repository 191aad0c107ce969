package io.tillstream.loader.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.ExitCodes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The outcome of all files of a run. */
record RunReport(List<FileReport> files) implements CommandReport {

    /** Characters that control a terminal or deceive its reader; line breaks may only stand between fields. */
    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\r\\n]]");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    RunReport {
        files = List.copyOf(files);
    }

    /** The worst of them; what is to be tried again before what is to be corrected. */
    @Override
    public int exitCode() {
        return files.stream()
                .map(FileReport::outcome)
                .max(FileOutcome::compareTo)
                .map(FileOutcome::exitCode)
                .orElse(ExitCodes.DONE);
    }

    @Override
    public String text() {
        return ImportReportText.of(this);
    }

    /** In JSON that is safe to print: names and values of hostile files may be in it. */
    @Override
    public String json() {
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        return NOT_PRINTED.matcher(json).replaceAll(found -> Matcher.quoteReplacement(escaped(found.group())));
    }

    private static String escaped(String characters) {
        return characters.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }
}
