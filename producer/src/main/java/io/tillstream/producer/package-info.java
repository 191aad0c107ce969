/** The client of the ingest API: replays files as many shops would send them, and makes up files to replay. */
@NullMarked
package io.tillstream.producer;

import org.jspecify.annotations.NullMarked;
