/** State on disk: logs of records, files replaced whole, and folders kept to one process. */
@NullMarked
package io.tillstream.localcloud.storage;

import org.jspecify.annotations.NullMarked;
