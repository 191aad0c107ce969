package io.tillstream.query.dashboard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the dashboard as they are packaged. */
final class StaticFiles {

    private static final Pattern IN_PAGE = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"");
    private static final Pattern IN_SCRIPT = Pattern.compile("from '([^']*)'|import\\(?\\s*'([^']*)'");
    private static final Pattern IN_STYLE = Pattern.compile("url\\(([^)]*)\\)|@import\\s+\"([^\"]*)\"");

    private StaticFiles() {}

    static Path root() {
        return Path.of(URI.create(String.valueOf(StaticFiles.class.getResource("/static/index.html"))))
                .resolveSibling("");
    }

    /** What every file says, by its address. */
    static Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put("/" + root().relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }

    /** The addresses that a file refers to, as addresses of this service where they are. */
    static Stream<String> references(String address, String content) {
        return pattern(address)
                .matcher(content)
                .results()
                .map(StaticFiles::firstGroup)
                .map(reference -> URI.create(address).resolve(reference).toString());
    }

    private static Pattern pattern(String address) {
        if (address.endsWith(".js")) {
            return IN_SCRIPT;
        }
        return address.endsWith(".css") ? IN_STYLE : IN_PAGE;
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1) != null || match.groupCount() == 1 ? match.group(1) : match.group(2);
    }
}
