package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of all modules together, as their sources have them. */
class NamesTests {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String MAIN = Path.of("src", "main", "java").toString();
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", ".git");
    private static final Pattern LOGGER = Pattern.compile("\\bLogger (\\w+) =");
    private static final Pattern REGISTRY = Pattern.compile("\\bMeterRegistry (\\w+)\\s*[,;)=]");
    private static final Pattern TYPE_IN_A_TABLE = Pattern.compile("`([A-Z]\\w+)`(?=[^\n]*\\|\n)");
    private static final List<Path> SOURCES = new ArrayList<>();

    @BeforeAll
    static void findSources() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NO_SOURCES.contains(nameOf(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java") && file.toString().contains(MAIN)) {
                    SOURCES.add(ROOT.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(SOURCES).as("sources below " + ROOT).hasSizeGreaterThan(500);
    }

    @Test
    void noSimpleTypeNameStandsTwice() {
        Map<String, List<Path>> byName = SOURCES.stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(NamesTests::nameOf));
        byName.values().removeIf(files -> files.size() == 1);

        assertThat(byName)
                .as("a name that stands for two things has to be looked up each time it is read")
                .isEmpty();
    }

    @Test
    void loggersAreCalledLog() throws IOException {
        assertThat(othersThan("LOG", LOGGER))
                .as("a constant is spelled as one, and a search for it finds every log line")
                .isEmpty();
    }

    @Test
    void meterRegistriesAreCalledRegistry() throws IOException {
        assertThat(othersThan("registry", REGISTRY))
                .as("meters are what a registry holds, and metrics what is made of them elsewhere")
                .isEmpty();
    }

    @Test
    void packagesForHttpAreCalledHttp() {
        assertThat(SOURCES)
                .as("controllers and filters of all services are found under one name")
                .noneMatch(file -> file.endsWith(Path.of("web", nameOf(file))));
    }

    @Test
    void theGlossaryNamesTypesThatExist() throws IOException {
        Set<String> types =
                SOURCES.stream().map(file -> nameOf(file).replace(".java", "")).collect(Collectors.toSet());
        String glossary = Files.readString(ROOT.resolve(Path.of("docs", "develop", "glossary.md")));

        assertThat(TYPE_IN_A_TABLE.matcher(glossary).results().map(found -> found.group(1)))
                .as("a word whose type was renamed is explained by nothing")
                .hasSizeGreaterThan(40)
                .allMatch(types::contains);
    }

    private static List<String> othersThan(String name, Pattern declaration) throws IOException {
        List<String> others = new ArrayList<>();
        for (Path source : SOURCES) {
            Matcher found = declaration.matcher(Files.readString(ROOT.resolve(source)));
            while (found.find()) {
                if (!found.group(1).equals(name)) {
                    others.add(source + ": " + found.group());
                }
            }
        }
        return others;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
