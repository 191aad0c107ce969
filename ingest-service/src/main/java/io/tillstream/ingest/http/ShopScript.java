package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The script that the pages of a shop send events with. What is served is its source without lines that are comments
 * and without white space beside signs; visitors' browsers have no use for either.
 */
final class ShopScript {

    private static final String SOURCE = "shop.js";
    private static final String COMMENT = "//";
    private static final String AROUND_A_SIGN = "\\s*([^\\w\\s'\"$])\\s*";

    private ShopScript() {}

    static String served() {
        return source().lines()
                .filter(line -> !line.strip().startsWith(COMMENT))
                .collect(Collectors.joining("\n"))
                .replaceAll(AROUND_A_SIGN, "$1");
    }

    private static String source() {
        try (InputStream file = Objects.requireNonNull(ShopScript.class.getResourceAsStream(SOURCE))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
