/** The one HTTP port: tells the services' requests apart, counts them, and disturbs them when told to. */
@NullMarked
package io.tillstream.localcloud.gateway;

import org.jspecify.annotations.NullMarked;
