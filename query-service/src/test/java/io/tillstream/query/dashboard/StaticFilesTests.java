package io.tillstream.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StaticFilesTests {

    /** Served by springdoc. */
    private static final Set<String> OF_OTHERS = Set.of("/swagger-ui.html");

    /** The name of SVG in XML, which nobody fetches. */
    private static final String NAME_OF_SVG = "http://www.w3.org/2000/svg";

    private final Map<String, String> files = StaticFiles.contents();

    StaticFilesTests() throws IOException {}

    @Test
    void referToFilesThatAreThere() {
        files.forEach((address, content) -> assertThat(StaticFiles.references(address, content))
                .as(address)
                .allMatch(reference -> files.containsKey(reference) || OF_OTHERS.contains(reference)));
    }

    @Test
    void areAllReferredTo() {
        Set<String> referred = new TreeSet<>(Set.of("/index.html"));
        files.forEach(
                (address, content) -> StaticFiles.references(address, content).forEach(referred::add));
        assertThat(referred).containsAll(files.keySet());
    }

    @Test
    void nameNoOtherHost() {
        files.forEach((address, content) -> assertThat(content.replace(NAME_OF_SVG, ""))
                .as(address)
                .doesNotContainPattern("(?i)\\b(https?|wss?|ftp):|[\"'(`]//|@import|data:"));
    }

    @Test
    void makeNoMarkupOrCodeOfText() {
        files.forEach(
                (address, content) -> assertThat(content)
                        .as(address)
                        .doesNotContainPattern(
                                "innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTML|srcdoc"
                                        + "|document\\.write|DOMParser|\\beval\\b|new Function|set(Timeout|Interval)\\(['\"`]|javascript:"));
    }

    @Test
    void holdNeitherScriptNorStyleInThePage() {
        assertThat(files.get("/index.html"))
                .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+\\s*=|<script(?![^>]*\\ssrc=)");
    }

    @Test
    void keepNothingBeyondTheTab() {
        files.forEach((address, content) ->
                assertThat(content).as(address).doesNotContainPattern("document\\.cookie|localStorage|indexedDB"));
    }
}
