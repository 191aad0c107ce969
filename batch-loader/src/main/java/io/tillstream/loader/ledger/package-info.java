/** What has been done for each file, and which run works on it, in DynamoDB. */
@NullMarked
package io.tillstream.loader.ledger;

import org.jspecify.annotations.NullMarked;
