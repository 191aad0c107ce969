package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;

/**
 * A file in a zip: where its bytes lie, and what they must be.
 *
 * @param start where its packed bytes begin in the zip
 */
record ZipPart(String name, boolean isStored, long sum, long packedSize, long size, long start) {

    boolean isFolder() {
        return name.endsWith("/");
    }

    /** Its bytes; the read that finds their end fails when they are not what the zip says of them. */
    InputStream open(FileChannel zip, FileLimits limits) throws IOException {
        limits.check(packedSize, size);
        return new ZipPartStream(this, new ChannelSlice(zip, start, packedSize));
    }
}
