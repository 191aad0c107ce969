package io.tillstream.model.identity;

import io.tillstream.model.FeedLine;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * How what a row of one feed says becomes a hash. Hashes are part of the ids of lines of files and lie in every store, so
 * they stay as they are. A digest that is given is to be used by one thread at a time.
 */
@FunctionalInterface
public interface ContentHashing {

    /** Adds to the digest all that the content says, of this shop whatever shop it names. */
    Digest128 add(RowContent content, @Nullable StoreId shop, Digest128 digest);

    /** The hash of what a row says. */
    default Digest128.Hash of(RowContent content, Digest128 digest) {
        return add(content, content.storeId(), digest).finish();
    }

    /** The hash of what a row said before it was known which shop sent it. */
    default Digest128.Hash ofWithoutShop(RowContent content, Digest128 digest) {
        return add(content, null, digest).finish();
    }

    /** The hash of a line: of what it says and its id. Only a line sent again has the same. */
    default Digest128.Hash of(FeedLine line, Digest128 digest) {
        RowContent content = line.content();
        return add(content, content.storeId(), digest)
                .add(line.lineId().value())
                .finish();
    }

    /**
     * The hash of all that its sender said in a line: of what it says, its id, and its attributes, which are no part of
     * its identity. Only for who has the line from its sender, before anything was derived from it.
     */
    default Digest128.Hash ofAll(FeedLine line, Digest128 digest) {
        Digest128.Hash hash = of(line, digest);
        if (line.attributes().isEmpty()) {
            return hash;
        }
        digest.add(hash.high()).add(hash.low());
        line.attributes().values().forEach((name, value) -> digest.add(name).add(value.asText()));
        return digest.finish();
    }

    /** The hash by which a line of a file is known that gives its id itself. */
    default Digest128.Hash ofGivenId(FeedLine line, Digest128 digest) {
        return of(line, digest);
    }
}
