/** How long to wait before something that failed is tried again, wherever that is. */
@NullMarked
package io.tillstream.model.retry;

import org.jspecify.annotations.NullMarked;
