/** How AWS's JSON services speak over HTTP: targets, JSON and CBOR bodies, errors. */
@NullMarked
package io.tillstream.localcloud.protocol;

import org.jspecify.annotations.NullMarked;
