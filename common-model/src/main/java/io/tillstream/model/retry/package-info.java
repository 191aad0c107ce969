/** How what failed for a reason that passes is tried again, wherever that is: the one retry of the project. */
@NullMarked
package io.tillstream.model.retry;

import org.jspecify.annotations.NullMarked;
