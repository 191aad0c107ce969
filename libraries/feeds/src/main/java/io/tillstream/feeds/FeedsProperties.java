package io.tillstream.feeds;

import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What feeds there are.
 *
 * @param feeds the feeds that are taken in, carried and kept, by name; the same for all services
 * @param fieldsFile YAML file that declares fields beside those of the feeds; the same for all programs
 */
@ConfigurationProperties("tillstream")
record FeedsProperties(
        @DefaultValue("transactions") List<String> feeds,
        @Nullable String fieldsFile) {

    FeedsProperties {
        feeds = List.copyOf(feeds);
        if (feeds.isEmpty()) {
            throw new IllegalArgumentException("tillstream.feeds must name a feed");
        }
    }

    /** Those of the names, out of these. */
    Feeds chosenFrom(Feeds installed) {
        try {
            return extended(installed).chosen(feeds.stream().map(FeedName::new).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tillstream.feeds: " + e.getMessage(), e);
        }
    }

    private Feeds extended(Feeds installed) {
        return fieldsFile == null || fieldsFile.isBlank()
                ? installed
                : installed.with(FieldsFile.read(Path.of(fieldsFile), installed));
    }
}
