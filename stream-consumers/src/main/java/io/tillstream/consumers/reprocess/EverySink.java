package io.tillstream.consumers.reprocess;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/** Has every sink made, also those that the process's settings keep from reading the stream. */
final class EverySink extends PropertySource<Object> {

    private static final Pattern ENABLED = Pattern.compile("tillstream\\.consumers\\.[a-z0-9-]+\\.enabled");

    EverySink() {
        super("every sink", new Object());
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return ENABLED.matcher(name).matches() ? "true" : null;
    }
}
