package io.tillstream.warehouse.load;

import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.codec.SalesLineCodec;
import java.time.Instant;

/** What the lines of an object look like. */
public enum DeliveredForm {
    /** Columns of {@code sales_line} by name, as they come through Firehose. */
    SALES {
        @Override
        Decoded decode(byte[] line) {
            return SALES_LINES.decode(line, NOT_SAID);
        }
    },
    /** The form of the lake. */
    LAKE {
        @Override
        Decoded decode(byte[] line) {
            return LINES.decode(line);
        }
    };

    private static final SalesLineCodec SALES_LINES = new SalesLineCodec();
    private static final LineCodec LINES = new LineCodec();
    /** Lines of earlier versions do not say when they were received: they come before all that do. */
    private static final Instant NOT_SAID = Instant.EPOCH;

    abstract Decoded decode(byte[] line);
}
