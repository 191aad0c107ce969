package io.tillstream.query.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.query.http.Parameters;
import io.tillstream.warehouse.analytics.SegmentSales;
import java.math.BigDecimal;

/** A segment of customers, as callers see it. */
@Schema(name = "Segment")
record SegmentView(@Schema(example = "champions") String segment, long customers, BigDecimal revenue) {

    static SegmentView of(SegmentSales segment) {
        return new SegmentView(Parameters.word(segment.segment()), segment.customers(), segment.revenue());
    }
}
