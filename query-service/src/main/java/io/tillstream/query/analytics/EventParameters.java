package io.tillstream.query.analytics;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.model.StoreId;
import io.tillstream.query.http.InvalidParameterException;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.http.PeriodParameter;
import io.tillstream.warehouse.analytics.EventFilter;
import io.tillstream.warehouse.analytics.EventUnit;
import io.tillstream.warehouse.analytics.Period;
import org.jspecify.annotations.Nullable;

/** What all questions about shop events may be asked with. */
record EventParameters(
        @Parameter(
                description = "Whose events belong together; by sessions, events without one count for nobody",
                schema =
                        @Schema(
                                allowableValues = {"sessions", "users"},
                                defaultValue = "sessions"))
        @Nullable
        String by,

        @Parameter(description = FROM, example = "2019-10-01") @Nullable
        String from,

        @Parameter(description = TO, example = "2019-10-31") @Nullable
        String to,

        @Parameter(description = STORE, example = "acme") @Nullable
        String store) {

    static final String FROM = "First day or moment, in UTC";
    static final String TO = "Last day, or the moment before which the period ends";
    static final String STORE = "Only events of this shop; empty for events that name none";

    EventUnit unit() {
        return Parameters.choice("by", by, EventUnit.class).orElse(EventUnit.SESSIONS);
    }

    EventFilter filter() {
        return filter(from, to, store);
    }

    static EventFilter filter(@Nullable String from, @Nullable String to, @Nullable String store) {
        PeriodParameter period = PeriodParameter.inUtc(from, to);
        if (store != null && !store.isEmpty() && StoreId.RULE.faultIn(store).isPresent()) {
            throw InvalidParameterException.of("store", "the id of a shop, or empty for events that name none");
        }
        return new EventFilter(new Period(period.from(), period.to()), store);
    }
}
