/** A PostgreSQL server as a child process, from binaries that Maven resolved. */
@NullMarked
package io.tillstream.localcloud.postgres;

import org.jspecify.annotations.NullMarked;
