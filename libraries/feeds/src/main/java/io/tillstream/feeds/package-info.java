/** Which feeds a service runs. */
@NullMarked
package io.tillstream.feeds;

import org.jspecify.annotations.NullMarked;
