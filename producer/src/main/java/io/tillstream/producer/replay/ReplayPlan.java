package io.tillstream.producer.replay;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** All settings of a replay. */
record ReplayPlan(
        Path file,
        Optional<Charset> encoding,
        FileReading reading,
        Selection selection,
        ShopLayout layout,
        Requests requests,
        Service service,
        Keeping keeping) {

    /**
     * How rows are put into requests.
     *
     * @param rows how many rows a request has at most
     * @param rate rows a second over all shops; as fast as they are taken when absent
     */
    record Requests(int rows, Format format, boolean gzip, OptionalDouble rate) {

        Requests {
            if (rows < 1 || (rate.isPresent() && !(rate.getAsDouble() > 0))) {
                throw new IllegalArgumentException("rows per request and rows per second must be more than 0");
            }
        }
    }

    /** Where to, and how long to wait for it. */
    record Service(URI url, Optional<String> key, Duration timeout, Duration giveUpAfter) {}

    /** What is kept on disk. */
    record Keeping(Path stateFolder, boolean fresh, Optional<Path> rejects) {}
}
