/** Limits per second. */
@NullMarked
package io.tillstream.localcloud.rates;

import org.jspecify.annotations.NullMarked;
