/** What has been acknowledged so far, kept so that an interrupted replay continues where it stopped. */
@NullMarked
package io.tillstream.producer.progress;

import org.jspecify.annotations.NullMarked;
