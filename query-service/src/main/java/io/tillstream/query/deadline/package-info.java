/** How long a store may take for an answer, and what that says of the service's readiness. */
@NullMarked
package io.tillstream.query.deadline;

import org.jspecify.annotations.NullMarked;
