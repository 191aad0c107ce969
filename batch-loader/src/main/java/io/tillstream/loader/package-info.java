@NullMarked
package io.tillstream.loader;

import org.jspecify.annotations.NullMarked;
