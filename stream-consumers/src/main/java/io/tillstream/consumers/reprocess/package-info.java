/** Gives rows to the sinks a second time, by command: dead letters after a fix, and what lies in the raw lake. */
@NullMarked
package io.tillstream.consumers.reprocess;

import org.jspecify.annotations.NullMarked;
