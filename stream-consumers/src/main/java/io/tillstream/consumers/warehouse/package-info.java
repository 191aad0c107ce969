/** The sink that feeds the warehouse: lines as rows of {@code sales_line}, by way of Firehose. */
@NullMarked
package io.tillstream.consumers.warehouse;

import org.jspecify.annotations.NullMarked;
