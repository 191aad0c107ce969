/** {@code GET /sessions/{id}} and {@code GET /users/{id}/sessions}. */
@NullMarked
package io.tillstream.query.sessions;

import org.jspecify.annotations.NullMarked;
