/** Questions that analysts ask the warehouse, each with its SQL, which PostgreSQL and Redshift both know. */
@NullMarked
package io.tillstream.warehouse.analytics;

import org.jspecify.annotations.NullMarked;
