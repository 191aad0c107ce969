package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.parts.RowRules;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.rowfiles.ColumnNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of a run.
 *
 * @param targets those that are asked for; none for all that the feed has
 * @param split into how many parts; if not given, by size
 * @param columns what the columns of the files are to rows
 * @param feeds those that the files may be of
 */
record ImportOptions(Set<LoadTarget> targets, OptionalInt split, RowRules rules, ColumnNames columns, Feeds feeds) {

    /** The options that decide which lines a file makes; nothing when it is read in the usual way. */
    List<String> meaning() {
        return Stream.of(rules.meaning().stream(), columns.meaning().stream(), ofFeeds())
                .flatMap(Function.identity())
                .toList();
    }

    /** Of a file whose feed is not known yet, what is declared for any. */
    private Stream<String> ofFeeds() {
        return feeds.all().size() == 1
                ? feeds.all().getFirst().meaning().stream()
                : feeds.all().stream().flatMap(feed -> ofOwnFields(feed).stream());
    }

    private static List<String> ofOwnFields(Feed feed) {
        return feed.fields().own().meaning().stream()
                .map(own -> feed.name() + " " + own)
                .toList();
    }

    /** Those of files that are of this feed, with its targets where none are asked for. */
    ImportOptions of(Feed feed) {
        Feeds one = new Feeds(List.of(feed));
        return new ImportOptions(targetsIn(one), split, rules, columns, one);
    }

    /** Those that files must have reached to be finished, of whichever feed they turn out to be. */
    Set<LoadTarget> targetsOfAny() {
        return targetsIn(feeds);
    }

    private Set<LoadTarget> targetsIn(Feeds some) {
        return targets.isEmpty()
                ? some.all().stream()
                        .flatMap(feed -> LoadTarget.of(feed).stream())
                        .collect(Collectors.toCollection(TreeSet::new))
                : targets;
    }

    /** That lines of this feed do not go to some of the targets. */
    Optional<String> faultFor(Feed feed) {
        Set<LoadTarget> there = LoadTarget.of(feed);
        return targets.stream()
                .sorted()
                .filter(target -> !there.contains(target))
                .findFirst()
                .map(target -> "its rows are " + feed.name() + ", which do not go to " + nameOf(target)
                        + "; give --targets "
                        + there.stream().map(ImportOptions::nameOf).collect(Collectors.joining(",")));
    }

    private static String nameOf(LoadTarget target) {
        return target.name().toLowerCase(Locale.ROOT);
    }
}
