package io.tillstream.consumers.sink;

import io.tillstream.model.feed.Feeds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The sinks of an installation, no two of one name. */
public record Sinks(List<Sink> all) {

    public Sinks {
        all = List.copyOf(all);
        if (all.stream().map(Sink::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("Two sinks have one name: "
                    + all.stream().map(Sink::name).sorted().toList());
        }
    }

    /** One of each type for each feed that it takes. */
    public static Sinks of(Collection<SinkType> types, Feeds feeds) {
        return new Sinks(feeds.all().stream()
                .flatMap(feed -> types.stream().map(type -> type.of(feed)).flatMap(Optional::stream))
                .toList());
    }
}
