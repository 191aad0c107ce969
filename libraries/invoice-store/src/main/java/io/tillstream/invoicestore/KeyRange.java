package io.tillstream.invoicestore;

import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.layout.SortKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sort keys of lines from one to another, both included, in the table's order. The last ones are no line's. */
record KeyRange(String from, String to) {

    /** As DynamoDB compares texts: by the bytes of UTF-8. */
    static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final String FIRST = " ";
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final String SHOP = "@";
    private static final char END = '#';
    private static final char AFTER_END = '$';

    /** Of all lines of a number. */
    static final KeyRange ALL = new KeyRange(FIRST, LAST);

    static final KeyRange OF_SHOPS = new KeyRange(SHOP, SHOP + LAST);

    /** Of the lines without a shop: on both sides of those of shops. */
    static final List<KeyRange> WITHOUT_SHOP = List.of(new KeyRange(FIRST, SHOP), new KeyRange("A", LAST));

    /** Of the lines of a shop's invoice, or of those of an article on it. */
    static List<KeyRange> of(@Nullable StoreId shop, @Nullable StockCode article) {
        if (article != null) {
            return List.of(under(SortKeys.prefixOf(shop, article)));
        }
        return shop == null ? WITHOUT_SHOP : List.of(under(SortKeys.prefixOf(shop)));
    }

    /** And of the keys that these lines had when keys did not tell the shop, among which there are others' lines. */
    static List<KeyRange> withOldKeys(@Nullable StoreId shop, @Nullable StockCode article) {
        if (article == null) {
            return List.of(ALL);
        }
        return Stream.of(SortKeys.prefixOf(shop, article), article.value() + END)
                .distinct()
                .sorted(ORDER)
                .map(KeyRange::under)
                .toList();
    }

    /** What of it comes after a key, which may be the first of what is left; nothing when all of it comes before. */
    Optional<KeyRange> after(@Nullable String key) {
        if (key == null || ORDER.compare(key, from) < 0) {
            return Optional.of(this);
        }
        return ORDER.compare(key, to) > 0 ? Optional.empty() : Optional.of(new KeyRange(key, to));
    }

    /** What of it comes after all keys that share a key's first part, up to its first end. */
    KeyRange afterAllLike(String key) {
        return new KeyRange(key.substring(0, key.indexOf(END)) + AFTER_END, to);
    }

    private static KeyRange under(String prefix) {
        return new KeyRange(prefix, prefix.substring(0, prefix.length() - 1) + AFTER_END);
    }
}
