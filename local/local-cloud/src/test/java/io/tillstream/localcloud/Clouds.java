package io.tillstream.localcloud;

import java.nio.file.Path;

/** What the tests of this module start. */
final class Clouds {

    private Clouds() {}

    /** On any free port, and gone when closed. */
    static LocalCloudBuilder ephemeral() {
        return LocalCloud.builder().port(0);
    }

    static LocalCloudBuilder on(Path data) {
        return ephemeral().data(data);
    }
}
