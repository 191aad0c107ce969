package io.tillstream.warehouse.load;

import java.io.IOException;
import java.io.InputStream;

/** Where the objects of a load are read. */
@FunctionalInterface
public interface ObjectContents {

    /** The object's bytes as they lie there. The caller closes the stream. */
    InputStream open(LoadObject object) throws IOException;
}
