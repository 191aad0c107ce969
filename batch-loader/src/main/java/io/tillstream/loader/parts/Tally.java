package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.ContentIdentity;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what files hold, and gives their lines their identities; what it must remember for that lies on the disk. */
final class Tally implements LineIdentity, AutoCloseable {

    private static final String FIRST_OCCURRENCE = "-1";

    /** A JSON file can name other unknown fields in every row. */
    private static final int REASONS = 100;

    private static final String OTHER_REASONS = "other reasons";

    private final Path scratch;
    private final RowRules rules;
    private final Feed feed;
    private final ContentIdentity identity;
    private final List<FigureSum> figures;
    private final LinesDigest givenIds;
    private final Map<String, Long> rejected = new HashMap<>();
    private long accepted;
    private long rejections;
    private long duplicates;
    private long shared;
    private boolean isLatestIdentified;

    /** Of several files, counts the occurrences within the latest. */
    private @Nullable ContentIdentity within;

    Tally(Path scratch, RowRules rules, Feed feed) {
        this.scratch = scratch;
        this.rules = rules;
        this.feed = feed;
        this.identity = LineIdentity.ofContent(feed.hashing(), scratch, rules.source());
        this.givenIds = new LinesDigest(feed.hashing());
        this.figures = feed.figures().stream()
                .map(figure -> FigureSum.of(figure, scratch))
                .toList();
    }

    @Override
    public LineId identify(RowContent content, long place) {
        LineId id = identity.identify(content, place);
        isLatestIdentified = true;
        if (!isFirst(id)) {
            duplicates++;
            shared++;
        }
        if (within != null && !isFirst(within.identify(content, place))) {
            shared--;
        }
        return id;
    }

    private static boolean isFirst(LineId id) {
        return id.value().endsWith(FIRST_OCCURRENCE);
    }

    /** One of several files begins. */
    void beginFile() {
        endFile();
        within = LineIdentity.ofContent(feed.hashing(), scratch, null);
    }

    private void endFile() {
        if (within != null) {
            within.close();
        }
    }

    /** Of several files, the lines that say the same as one of an earlier file. */
    long shared() {
        return within == null ? 0 : shared;
    }

    void accept(FeedLine line) {
        accepted++;
        for (FigureSum figure : figures) {
            figure.add(line);
        }
        if (!isLatestIdentified) {
            // An id of ours is a hash of all that its line says, and was counted as such.
            givenIds.add(line);
        }
        isLatestIdentified = false;
    }

    void reject(FieldError first) {
        rejections++;
        String reason = (first.field() + " " + first.code()).strip();
        boolean isTold = rejected.size() < REASONS || rejected.containsKey(reason);
        rejected.merge(isTold ? reason : OTHER_REASONS, 1L, Long::sum);
    }

    long rejections() {
        return rejections;
    }

    FileStatistics figures(List<String> notes) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.name(), figure.value()));
        return new FileStatistics(accepted + rejections, accepted, rejected, duplicates, values, digest(), notes);
    }

    /**
     * A shop that is added to lines makes them other lines, though it is no part of their ids; and no two feeds have the
     * same lines.
     */
    private String digest() {
        StringBuilder lines = new StringBuilder(givenIds.plus(identity.sum()) + "-" + accepted);
        feed.layout()
                .meaning()
                .forEach(part ->
                        lines.append('-').append(new Digest128().add(part).finish()));
        StoreId store = rules.store();
        if (store != null) {
            lines.append('-').append(new Digest128().add(store.value()).finish());
        }
        return lines.toString();
    }

    @Override
    public void close() {
        endFile();
        identity.close();
        figures.forEach(FigureSum::close);
    }
}
