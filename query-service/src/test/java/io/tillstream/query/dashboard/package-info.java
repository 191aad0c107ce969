/** Tests of the page under {@code /}, which is files alone. */
@NullMarked
package io.tillstream.query.dashboard;

import org.jspecify.annotations.NullMarked;
