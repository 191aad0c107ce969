/** The pipeline's processes under load while everything around them breaks, and the books balanced afterwards. */
@NullMarked
package io.tillstream.campaign;

import org.jspecify.annotations.NullMarked;
