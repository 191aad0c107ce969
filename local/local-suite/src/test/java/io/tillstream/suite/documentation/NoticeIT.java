package io.tillstream.suite.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After the suite's libraries have been gathered, which are those of all its services. */
class NoticeIT {

    private static final Path LIBRARIES = Path.of("target", "lib");

    @Test
    void namesEveryLibraryOfOthers() throws IOException {
        String notice = Files.readString(Page.ROOT.resolve("NOTICE"), StandardCharsets.UTF_8);
        assertThat(librariesOfOthers()).hasSizeGreaterThan(100).allMatch(name -> notice.contains(":" + name + ": "));
    }

    private static List<String> librariesOfOthers() throws IOException {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> !name.endsWith("-SNAPSHOT.jar"))
                    .map(name -> name.replaceFirst("-[0-9].*", ""))
                    .toList();
        }
    }
}
