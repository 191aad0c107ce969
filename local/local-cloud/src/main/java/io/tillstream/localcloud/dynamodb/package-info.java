/** DynamoDB, with its tables in a folder of its own. */
@NullMarked
package io.tillstream.localcloud.dynamodb;

import org.jspecify.annotations.NullMarked;
