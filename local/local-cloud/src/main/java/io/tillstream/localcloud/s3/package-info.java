/** Object storage on the file system. */
@NullMarked
package io.tillstream.localcloud.s3;

import org.jspecify.annotations.NullMarked;
