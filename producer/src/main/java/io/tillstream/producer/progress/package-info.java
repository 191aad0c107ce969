/** What has been acknowledged so far, kept so that a replay that was broken off goes on where it was. */
@NullMarked
package io.tillstream.producer.progress;

import org.jspecify.annotations.NullMarked;
