package io.tillstream.suite.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as GitHub shows it. */
public record Page(Path file, String text) {

    /** The top folder of the project. */
    public static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** The README, then the guide in the order in which its examples build on each other, then all other pages. */
    public static List<Page> inReadingOrder() {
        Stream<Path> first = Stream.of("README.md", "docs/guide/sending-rows.md", "docs/guide/loading-files.md")
                .map(ROOT::resolve);
        return Stream.concat(
                        first,
                        Stream.concat(
                                Stream.of("CONTRIBUTING.md", "SECURITY.md").map(ROOT::resolve), below("docs")))
                .distinct()
                .map(Page::at)
                .toList();
    }

    static Page at(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> below(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Targets of links that lead to this repository. */
    List<String> relativeLinks() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    boolean leadsSomewhere(String target) {
        String[] parts = target.split("#", 2);
        Path there = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return Files.exists(there) && (parts.length == 1 || at(there).anchors().contains(parts[1]));
    }

    private List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private String prose() {
        return CODE.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
