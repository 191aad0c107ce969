/** Guards the HTTP interface of a service, by being on its class path. */
@NullMarked
package io.tillstream.access.http;

import org.jspecify.annotations.NullMarked;
