/** What a feed is: the language of one kind of row, and the names of what carries and keeps it. */
@NullMarked
package io.tillstream.model.feed;

import org.jspecify.annotations.NullMarked;
