package io.tillstream.model.row;

import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import io.tillstream.model.identity.LineIdentity;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps that the rows of every feed take: all faults of all fields are noted, those of the installation's own too,
 * then the bounds are held against what the row says, then the line gets its id.
 *
 * @param <C> what a row of the feed says
 */
public abstract class ContentValidator<C extends RowContent> implements RowValidator {

    private final RowFields fields;
    private final Field idField;
    private final RowSettings settings;

    /** @param idField the one that a sender may name its line by */
    protected ContentValidator(RowFields fields, Field idField, RowSettings settings) {
        this.fields = fields.with(settings.own());
        this.idField = idField;
        this.settings = settings;
    }

    @Override
    public final RowResult validate(RawRow row, long place, LineIdentity identity, Instant receivedAt) {
        FieldError unreadable = row.fault().orElse(null);
        if (unreadable != null) {
            return new RowResult.Rejection(List.of(unreadable));
        }
        FieldErrors faults = new FieldErrors();
        FieldReader reader = new FieldReader(fields, row, settings.dates(), faults);
        C content = content(reader, faults);
        String givenId = id(reader, idField);
        Attributes own = fields.own().isEmpty() ? Attributes.NONE : OwnValues.read(fields, reader, faults);
        RowBounds bounds = settings.bounds();
        if (content != null && bounds != null) {
            check(content, bounds, receivedAt, faults);
        }
        if (content == null || !faults.isEmpty()) {
            return faults.rejection();
        }
        LineId id = givenId == null ? identity.identify(content, place) : new LineId(givenId);
        FeedLine line = line(content, id, receivedAt);
        return new RowResult.Accepted(own.isEmpty() ? line : line.with(content, own));
    }

    /** What the row says, or null when one of its fields is at fault. */
    protected abstract @Nullable C content(FieldReader reader, FieldErrors faults);

    /** The id that the row gives its line, if any. */
    protected abstract @Nullable String id(FieldReader reader, Field field);

    /** Notes what is beyond the bounds. */
    protected abstract void check(C content, RowBounds bounds, Instant receivedAt, FieldErrors faults);

    /** The line that says this. */
    protected abstract FeedLine line(C content, LineId id, Instant receivedAt);

    /** A value of this type, where there is a text. */
    protected static <T> @Nullable T optional(@Nullable String text, Function<String, T> type) {
        return text == null ? null : type.apply(text);
    }
}
