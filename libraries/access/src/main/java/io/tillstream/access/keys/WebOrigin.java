package io.tillstream.access.keys;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a page comes from.
 *
 * @param text as browsers send it: scheme, host and, unless it is the scheme's own, port
 */
public record WebOrigin(String text) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    public WebOrigin {
        String given = text;
        text = given.strip().toLowerCase(Locale.ROOT);
        if (!ORIGIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + given + "' is no origin: give scheme, host and port alone, such as https://shop.example");
        }
        String ownPort = text.startsWith("https:") ? ":443" : ":80";
        text = text.endsWith(ownPort) ? text.substring(0, text.length() - ownPort.length()) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
