/** A cloud for a class of tests. */
@NullMarked
package io.tillstream.localcloud.junit;

import org.jspecify.annotations.NullMarked;
