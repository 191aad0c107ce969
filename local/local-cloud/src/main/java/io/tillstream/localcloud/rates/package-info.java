/** How much of something there may be in a second. */
@NullMarked
package io.tillstream.localcloud.rates;

import org.jspecify.annotations.NullMarked;
