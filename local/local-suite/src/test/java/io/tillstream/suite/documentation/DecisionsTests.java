package io.tillstream.suite.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of decisions says of each what its own head lines say. */
class DecisionsTests {

    private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)");
    private static final Pattern OVERTAKEN = Pattern.compile("Superseded in part by|Superseded by|Continued by");
    private static final Pattern BY = Pattern.compile("by\\s+\\[ADR (\\d+)]");

    private final String index =
            Page.at(Page.ROOT.resolve("docs/adr/README.md")).text();

    @Test
    void everyDecisionStandsInTheIndex() {
        List<Page> decisions = Page.inReadingOrder().stream()
                .filter(page -> page.toString().matches("docs/adr/\\d.*"))
                .toList();
        assertThat(decisions)
                .hasSizeGreaterThanOrEqualTo(36)
                .allSatisfy(decision -> assertThat(index)
                        .containsPattern("(?m)^\\Q" + rowOf(decision) + "\\E20\\d\\d-\\d\\d-\\d\\d \\|$"));
        assertThat(index.lines().filter(line -> line.startsWith("| ["))).hasSameSizeAs(decisions);
    }

    private static String rowOf(Page decision) {
        return TITLE.matcher(decision.text())
                .results()
                .map(title -> "| [%s](%s) | %s | %s | "
                        .formatted(
                                title.group(1),
                                decision.file().getFileName(),
                                title.group(2),
                                statusIn(decision.text().split("\n## ", 2)[0])))
                .findFirst()
                .orElseThrow();
    }

    private static String statusIn(String head) {
        return OVERTAKEN
                .matcher(head)
                .results()
                .map(verb -> verb.group().toLowerCase(Locale.ROOT) + " "
                        + BY.matcher(head.substring(verb.start()))
                                .results()
                                .map(by -> by.group(1))
                                .collect(Collectors.joining(", ")))
                .findFirst()
                .orElse("accepted");
    }
}
