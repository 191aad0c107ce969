/** What has been done of each file, in DynamoDB, and who is at it. */
@NullMarked
package io.tillstream.loader.ledger;

import org.jspecify.annotations.NullMarked;
