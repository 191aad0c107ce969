/** The raw lake: every line exactly once, in objects on S3. */
@NullMarked
package io.tillstream.consumers.lake;

import org.jspecify.annotations.NullMarked;
