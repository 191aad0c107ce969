package io.tillstream.warehouse.load;

import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.TransactionColumns;

/** What the lines of an object look like. */
public enum DeliveredForm {
    /** Columns of {@code sales_line} by name, as they come through Firehose. */
    SALES {
        @Override
        Decoded decode(byte[] line) {
            return TransactionColumns.WAREHOUSE.decode(line);
        }
    },
    /** The form of the lake. */
    LAKE {
        @Override
        Decoded decode(byte[] line) {
            return TransactionColumns.WIRE.decode(line);
        }
    };

    abstract Decoded decode(byte[] line);
}
