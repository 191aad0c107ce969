package io.tillstream.suite.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationTests {

    private static final Pattern MENTION = Pattern.compile("\\bdocs/[a-z/-]+\\.md\\b");
    private static final Pattern MAY_MENTION = Pattern.compile("\\.env|.*\\.(java|ya?ml|xml|sh|md|js)");
    private static final Set<String> NOT_SOURCES = Set.of(".git", "target", ".tillstream", "node_modules");

    @Test
    void theReadmeIsShort() {
        assertThat(Page.at(Page.ROOT.resolve("README.md")).text().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(6_144);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(Page.inReadingOrder())
                .hasSizeGreaterThan(50)
                .allSatisfy(page ->
                        assertThat(page.relativeLinks()).as(page.toString()).allMatch(page::leadsSomewhere));
    }

    @Test
    void everyPageThatSourcesMentionExists() throws IOException {
        List<String> mentions = new ArrayList<>();
        for (Path source : sources()) {
            MENTION.matcher(Files.readString(source))
                    .results()
                    .filter(mention -> !Files.exists(Page.ROOT.resolve(mention.group())))
                    .forEach(mention -> mentions.add(source + ": " + mention.group()));
        }
        assertThat(mentions).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Page.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(nameOf(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (MAY_MENTION.matcher(nameOf(file)).matches()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(found).hasSizeGreaterThan(1_000);
        return found;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
