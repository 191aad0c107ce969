package io.tillstream.producer.generate;

import java.io.Closeable;
import java.io.IOException;

/** A file that is written row by row. */
interface RowsOut extends Closeable {

    void write(TradeRow row) throws IOException;
}
