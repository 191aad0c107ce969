/** How temporary failures are retried, everywhere: the one retry of the project. */
@NullMarked
package io.tillstream.model.retry;

import org.jspecify.annotations.NullMarked;
