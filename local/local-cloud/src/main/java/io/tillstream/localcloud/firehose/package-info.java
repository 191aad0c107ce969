/** Data Firehose, direct put to S3: request → stream's log → buffer → object. */
@NullMarked
package io.tillstream.localcloud.firehose;

import org.jspecify.annotations.NullMarked;
