/**
 * What requests say about items: conditions, key conditions, projections and updates, in expressions and in the forms
 * that were there before expressions.
 */
@NullMarked
package io.tillstream.localcloud.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
