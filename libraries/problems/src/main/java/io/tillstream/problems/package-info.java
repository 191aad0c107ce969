/** Every error of a service leaves it as a problem detail (RFC 9457), whoever refuses the request. */
@NullMarked
package io.tillstream.problems;

import org.jspecify.annotations.NullMarked;
