package io.tillstream.model.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import io.tillstream.model.row.RawRow;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feed with fields of an installation's own keeps all that the feed does without them. */
final class ExtendedFeedTests implements FeedContract {

    private final FeedContract plain = new TransactionFeedTests();

    @Override
    public Feed feed() {
        return plain.feed().with(OWN);
    }

    @Override
    public List<RawRow> good() {
        return plain.good();
    }

    @Override
    public List<BadRow> bad() {
        return plain.bad();
    }

    @Override
    public List<List<RawRow>> spellings() {
        return plain.spellings();
    }

    @Override
    public List<RawRow> changes() {
        return plain.changes();
    }

    @Override
    public List<FeedLine> extremes() {
        return plain.extremes();
    }

    @Override
    public List<Golden> golden() {
        return plain.golden();
    }

    @Test
    void leavesNothingOfAFeedToADefault() {
        List<String> derived = List.of("name", "meaning");
        assertThat(Arrays.stream(Feed.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !derived.contains(name)))
                .allMatch(name -> Arrays.stream(ExtendedFeed.class.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(name)));
    }
}
