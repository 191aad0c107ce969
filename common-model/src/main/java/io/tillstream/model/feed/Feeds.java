package io.tillstream.model.feed;

import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.OwnFields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The feeds of an installation, no two of one name, in the order in which they were asked for. */
public record Feeds(List<Feed> all) {

    public Feeds {
        all = List.copyOf(all);
        if (all.stream().map(Feed::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("Two feeds have one name: " + namesOf(all));
        }
    }

    /** All that are on the class path, by name. */
    public static Feeds installed() {
        return new Feeds(ServiceLoader.load(Feed.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(feed -> feed.name().value()))
                .toList());
    }

    /**
     * Those of these names, in their order.
     *
     * @throws IllegalArgumentException when there is none of a name
     */
    public Feeds chosen(List<FeedName> names) {
        return new Feeds(names.stream().map(this::named).toList());
    }

    /** The same feeds, whose rows may have these fields besides, by the names of the feeds. */
    public Feeds with(Map<FeedName, OwnFields> own) {
        return new Feeds(all.stream()
                .map(feed -> feed.with(own.getOrDefault(feed.name(), OwnFields.NONE)))
                .toList());
    }

    /** Of each feed that has own fields, which; two programs that know other ones take other rows. */
    public List<String> ownFields() {
        return all.stream()
                .filter(feed -> !feed.fields().own().isEmpty())
                .map(feed ->
                        "Own fields of " + feed.name() + ": " + feed.fields().own())
                .toList();
    }

    /**
     * The feed of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Feed named(FeedName name) {
        return only(feed -> feed.name().equals(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no feed \"" + name + "\"; there are " + namesOf(all)));
    }

    /** The one feed of which these names are a header: all are fields of it, and no required one is missing. */
    public Optional<Feed> ofHeader(List<String> names) {
        return only(feed -> feed.fields().fits(names));
    }

    private Optional<Feed> only(Predicate<Feed> wanted) {
        List<Feed> found = all.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String namesOf(List<Feed> feeds) {
        return feeds.stream().map(feed -> feed.name().value()).collect(Collectors.joining(", "));
    }
}
