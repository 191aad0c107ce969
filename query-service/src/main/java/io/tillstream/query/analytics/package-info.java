/** {@code GET /analytics/…}: what the warehouse knows, as JSON and CSV. */
@NullMarked
package io.tillstream.query.analytics;

import org.jspecify.annotations.NullMarked;
