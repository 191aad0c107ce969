package io.tillstream.loader.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What became of all files of a run. */
record RunReport(List<FileReport> files) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    RunReport {
        files = List.copyOf(files);
    }

    /** The worst of them; what is to be tried again before what is to be corrected. */
    int exitCode() {
        return files.stream()
                .map(FileReport::outcome)
                .max(Outcome::compareTo)
                .map(Outcome::exitCode)
                .orElse(ExitCodes.DONE);
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
