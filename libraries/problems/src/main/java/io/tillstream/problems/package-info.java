/** Every error of a service is answered with a problem detail (RFC 9457), whichever layer refuses the request. */
@NullMarked
package io.tillstream.problems;

import org.jspecify.annotations.NullMarked;
