/** From objects on S3 into the warehouse: one transaction a load, reconciled to the row. */
@NullMarked
package io.tillstream.warehouse.load;

import org.jspecify.annotations.NullMarked;
