/** The operator's rules between validation and stream: what to drop, what to hide, what to add. */
@NullMarked
package io.tillstream.ingest.rules;

import org.jspecify.annotations.NullMarked;
