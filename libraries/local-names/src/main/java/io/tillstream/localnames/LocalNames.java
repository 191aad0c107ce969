package io.tillstream.localnames;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names by which this machine calls itself, as a {@code Host} header tells them, those that end in {@code .localhost}
 * among them. A page in a browser can make its own name lead to this machine, but not take another; so nothing is resolved
 * here.
 */
public final class LocalNames {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]/@]+)(:\\d{0,5})?");
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[(::|(0{1,4}:){7})0{0,3}1]");

    private final Set<String> others;

    /** @param others names that count besides those of loopback */
    public LocalNames(Collection<String> others) {
        this.others = others.stream().map(LocalNames::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a name, with or without a port, is one of them. */
    public boolean contain(String authority) {
        Matcher parts = AUTHORITY.matcher(plain(authority));
        return parts.matches() && isLocal(plain(parts.group(1)));
    }

    /**
     * Whether a page of that origin is of another place than the host it calls. An origin that its browser hides,
     * {@code null}, is foreign too.
     */
    public static boolean isForeign(String origin, String host) {
        int scheme = origin.indexOf("://");
        return scheme <= 0 || !origin.substring(scheme + 3).equalsIgnoreCase(host);
    }

    private boolean isLocal(String name) {
        return LOOPBACK.matcher(name).matches() || others.contains(name);
    }

    /** A name may end in a point, and is the same in capitals. */
    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
