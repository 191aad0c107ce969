package io.tillstream.producer.generate;

/**
 * A category of a shop's products.
 *
 * @param code words from the widest to the narrowest, with dots between; empty when it has none
 */
record ShopCategory(long id, String code) {}
