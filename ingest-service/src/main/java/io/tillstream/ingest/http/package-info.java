/** The HTTP interface: requests, answers and problem details. */
@NullMarked
package io.tillstream.ingest.http;

import org.jspecify.annotations.NullMarked;
