/** What the user of a replay sees of it: progress, latencies, and the report at its end. */
@NullMarked
package io.tillstream.producer.report;

import org.jspecify.annotations.NullMarked;
