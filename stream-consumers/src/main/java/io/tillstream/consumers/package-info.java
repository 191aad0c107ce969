@NullMarked
package io.tillstream.consumers;

import org.jspecify.annotations.NullMarked;
