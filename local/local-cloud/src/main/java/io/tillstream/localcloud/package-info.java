@NullMarked
package io.tillstream.localcloud;

import org.jspecify.annotations.NullMarked;
