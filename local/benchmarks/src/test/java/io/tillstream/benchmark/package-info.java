/** What the ingest service does per second, beside other ways into the stream; programs to be run by hand. */
@NullMarked
package io.tillstream.benchmark;

import org.jspecify.annotations.NullMarked;
