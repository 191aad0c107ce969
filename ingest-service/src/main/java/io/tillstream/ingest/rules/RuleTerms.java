package io.tillstream.ingest.rules;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.OwnFields;
import java.util.Locale;

/** What the rules of a feed can ask about its lines, and which fields they can hide. */
final class RuleTerms {

    private final Feed feed;
    private final Expressions expressions;

    RuleTerms(Feed feed) {
        this.feed = feed;
        this.expressions = new Expressions(LineVariables.of(feed));
    }

    FeedName feed() {
        return feed.name();
    }

    /** What its lines may have beside the fields of the feed. */
    OwnFields own() {
        return feed.fields().own();
    }

    Expressions expressions() {
        return expressions;
    }

    /**
     * The field of this name, in any case.
     *
     * @throws BadRulesException when there is none that a rule may hide; it says why
     */
    HideableField hideable(Written name) {
        return feed.hideable().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name.text()))
                .findFirst()
                .map(field -> new HideableField(field.getKey(), field.getValue()))
                .orElseThrow(() -> name.fault(whyNot(name.text())));
    }

    private String whyNot(String name) {
        String fit = "only " + String.join(", ", feed.hideable().keySet()) + " can be masked or hashed";
        if (feed.fields().labels().stream().noneMatch(name::equalsIgnoreCase)) {
            return "there is no field \"" + name + "\"; " + fit;
        }
        boolean identifies = feed.table().key().stream().map(RuleTerms::plain).anyMatch(plain(name)::equals);
        return name + (identifies ? " is part of what identifies a line; " : " is part of the sums; ") + fit;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
