/** Who may do what: the callers of a service, and their scopes. */
@NullMarked
package io.tillstream.access;

import org.jspecify.annotations.NullMarked;
