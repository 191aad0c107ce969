/** The raw lake: every line exactly once, in objects on S3, with an index of what it holds beside it. */
@NullMarked
package io.tillstream.consumers.lake;

import org.jspecify.annotations.NullMarked;
