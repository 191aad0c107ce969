package io.tillstream.producer.generate;

import java.util.ArrayList;
import java.util.List;

/** What a shop sells: products of categories of three levels, a few of each of which are wanted most. */
final class ShopProducts {

    /** The two upper levels, and the words of the third. */
    private static final List<String> LEVELS = List.of(
            "nails.polish gel lacquer base top_coat",
            "nails.care oil file remover strengthener",
            "nails.tools lamp drill brush tweezers",
            "makeup.face foundation powder blush concealer primer",
            "makeup.eyes mascara shadow liner brow",
            "makeup.lips lipstick gloss balm pencil",
            "makeup.tools brush sponge mirror bag",
            "hair.care shampoo conditioner mask serum",
            "hair.styling spray wax foam iron dryer",
            "hair.colour dye toner bleach",
            "skin.face cream cleanser toner serum mask",
            "skin.body lotion scrub soap oil",
            "skin.sun lotion spray after_sun",
            "fragrance.women perfume cologne mist",
            "fragrance.men perfume cologne shaving",
            "home.bath towel candle salt",
            "home.cleaning soap sponge wipes",
            "accessories.bag wallet cosmetic travel",
            "accessories.hair clip band comb",
            "appliances.personal massager scales shaver",
            "furniture.salon chair table lamp");

    private static final List<String> STARTS =
            List.of("ar", "bel", "cor", "dal", "el", "fen", "gra", "ir", "lu", "mar", "nor", "or", "pal", "ru", "sol");
    private static final List<String> ENDS =
            List.of("ana", "bio", "dora", "ette", "ille", "ina", "lux", "mel", "nova", "ova", "rose", "tique");

    private static final int OF_A_CATEGORY = 320;
    private static final long FIRST_CATEGORY = 1_487_580_005_000_000_000L;
    private static final long CATEGORIES_APART = 51_511_811_723L;
    private static final int FIRST_PRODUCT = 5_600_000;
    private static final int IDS_APART = 9;
    private static final double WITHOUT_CODE = 0.25;
    private static final double WITHOUT_BRAND = 0.42;
    private static final double FREE = 0.0008;
    private static final int DEAREST = 30_000;

    private final Dice dice;
    private final List<ShopCategory> categories = new ArrayList<>();
    private final List<ShopProduct> products = new ArrayList<>();
    private final int[] byFame;

    ShopProducts(Dice dice) {
        this.dice = dice;
        for (String level : LEVELS) {
            String[] words = level.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                addCategory(words[0] + "." + words[i]);
            }
        }
        this.byFame = shuffled(categories.size());
    }

    private void addCategory(String code) {
        long id = FIRST_CATEGORY + (categories.size() + 1) * CATEGORIES_APART + dice.below(1_000_000);
        ShopCategory category = new ShopCategory(id, dice.chance(WITHOUT_CODE) ? "" : code);
        int dearest = 800 + dice.skewed(DEAREST, 2);
        for (int i = 0; i < OF_A_CATEGORY; i++) {
            products.add(product(category, dearest));
        }
        categories.add(category);
    }

    private ShopProduct product(ShopCategory category, int dearest) {
        int id = FIRST_PRODUCT + products.size() * IDS_APART + dice.below(IDS_APART);
        String brand = dice.chance(WITHOUT_BRAND) ? "" : brand();
        int cents = dice.chance(FREE) ? 0 : 30 + dice.skewed(dearest, 2);
        return new ShopProduct(id, category, brand, cents);
    }

    private String brand() {

        return STARTS.get(dice.skewed(STARTS.size(), 1)) + ENDS.get(dice.skewed(ENDS.size(), 1));
    }

    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = dice.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** By id. */
    List<ShopProduct> all() {
        return List.copyOf(products);
    }

    /** One of any category. */
    ShopProduct any() {
        return of(byFame[dice.skewed(byFame.length, 1)]);
    }

    /** One of the same category. */
    ShopProduct beside(ShopProduct product) {
        return of((product.id() - FIRST_PRODUCT) / IDS_APART / OF_A_CATEGORY);
    }

    private ShopProduct of(int category) {
        return products.get(category * OF_A_CATEGORY + dice.skewed(OF_A_CATEGORY, 1));
    }
}
