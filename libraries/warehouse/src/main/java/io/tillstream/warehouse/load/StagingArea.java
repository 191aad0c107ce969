package io.tillstream.warehouse.load;

import java.io.InputStream;

/** A place on S3 from which Redshift copies, and which is swept after each load. */
public interface StagingArea {

    /** Puts an object, over one of that name if there is one, and returns its {@code s3://} address. */
    String put(String name, InputStream bytes, long size);

    /** Deletes all that was put under this prefix of names. */
    void sweep(String prefix);
}
