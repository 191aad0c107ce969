@NullMarked
package io.tillstream.model;

import org.jspecify.annotations.NullMarked;
