/** The service that answers what the stores hold. */
@NullMarked
package io.tillstream.query;

import org.jspecify.annotations.NullMarked;
