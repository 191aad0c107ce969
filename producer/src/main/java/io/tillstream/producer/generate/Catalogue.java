package io.tillstream.producer.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Some thousand articles of a gift shop, a few of which sell most, and the codes by which it books other things. */
final class Catalogue {

    static final Article POSTAGE = new Article("POST", "POSTAGE", 18_000);
    static final Article WEB_POSTAGE = new Article("DOT", "WEB SHOP POSTAGE", 0);
    static final Article BAD_DEBT = new Article("B", "Adjust bad debt", 0);

    private static final List<Article> BOOKINGS = List.of(
            new Article("M", "Manual", 4_150),
            new Article("M", "Manual", 1_000),
            new Article("C2", "CARRIAGE", 50_000),
            new Article("BANK CHARGES", "Bank Charges", 15_000),
            new Article("S", "SAMPLES", 12_500),
            new Article("PADS", "PADS TO MATCH ALL CUSHIONS", 1),
            new Article("m", "Manual", 2_550));

    private static final List<Article> REFUNDS = List.of(
            new Article("D", "Discount", 27_500),
            new Article("AMAZONFEE", "AMAZON FEE", 6_706_710),
            new Article("CRUK", "CRUK Commission", 52_240),
            new Article("BANK CHARGES", "Bank Charges", 37_500),
            new Article("M", "Manual", 12_610));

    private static final List<Article> VOUCHERS = List.of(
            new Article("gift_0001_10", "Gift Voucher £10.00", 8_330),
            new Article("gift_0001_20", "Gift Voucher £20.00", 16_670),
            new Article("gift_0001_30", "Gift Voucher £30.00", 25_000),
            new Article("gift_0001_40", "Gift Voucher £40.00", 33_330),
            new Article("gift_0001_50", "Gift Voucher £50.00", 41_670));

    private static final int SIZE = 3_900;
    private static final int FIRST_CODE = 10_002;
    private static final int SKEW = 2;
    private static final List<String> FINISHES = List.of(
            "RED",
            "BLUE",
            "IVORY",
            "PINK POLKADOT",
            "VINTAGE",
            "WOODEN",
            "ENAMEL",
            "GLASS",
            "KNITTED",
            "RUSTIC",
            "STRIPED",
            "SMALL",
            "LARGE",
            "SET OF 3",
            "SET/6",
            "PACK OF 12",
            "MINI",
            "HANGING",
            "FOLDING",
            "RETRO");
    private static final List<String> MOTIFS = List.of(
            "HEART",
            "STAR",
            "BIRD",
            "STRAWBERRY",
            "ROSE",
            "OWL",
            "CIRCUS",
            "ALPHABET",
            "SKULL",
            "SPACEBOY",
            "DOLLY",
            "FLORAL",
            "GINGHAM",
            "REINDEER",
            "CHRISTMAS",
            "GARDEN",
            "KITCHEN",
            "BATHROOM",
            "TEA TIME",
            "PARTY");
    private static final List<String> THINGS = List.of(
            "LANTERN",
            "T-LIGHT HOLDER",
            "LUNCH BOX",
            "CAKE STAND",
            "BUNTING",
            "DOORMAT",
            "MUG",
            "WATER BOTTLE",
            "JUMBO BAG",
            "PHOTO FRAME",
            "CANDLE",
            "CAKE CASES",
            "NOTEBOOK",
            "CLOCK",
            "DOORSTOP",
            "TRAY",
            "APRON",
            "COAT HANGER",
            "TISSUES",
            "GIFT WRAP");
    private static final int[] PENCE = {
        42, 55, 65, 85, 125, 145, 165, 195, 210, 255, 295, 375, 425, 495, 595, 675, 795, 850, 995, 1275, 1495, 1695
    };
    private static final long MILLS_OF_A_PENNY = 10;

    private final List<Article> articles = new ArrayList<>(SIZE);
    private final Dice dice;

    Catalogue(Dice dice) {
        this.dice = dice;
        for (int i = 0; i < SIZE; i++) {
            articles.add(article(FIRST_CODE + 20 * i + dice.below(20)));
        }
    }

    /** An article, the popular ones more often. */
    Article article() {
        Article article = articles.get(dice.skewed(SIZE, SKEW));
        if (dice.chance(0.004)) {
            String miswritten = article.stockCode().toLowerCase(Locale.ROOT);
            return new Article(miswritten, article.description(), article.priceMills());
        }
        return article;
    }

    /** What is on a bill and is not an article. */
    Article booking() {
        return dice.of(BOOKINGS);
    }

    /** What is refunded and is not an article. */
    Article refund() {
        return dice.of(REFUNDS);
    }

    Article voucher() {
        return dice.of(VOUCHERS);
    }

    private Article article(int number) {
        String suffix = dice.chance(0.27) ? String.valueOf((char) ('A' + dice.below(6))) : "";
        long mills = PENCE[dice.skewed(PENCE.length, 2)] * MILLS_OF_A_PENNY;
        return new Article(number + suffix, description(), mills);
    }

    /** With the blanks, commas and quotes that people type. */
    private String description() {
        String plain = dice.of(FINISHES) + " " + dice.of(MOTIFS) + " " + dice.of(THINGS);
        double oddity = dice.share();
        if (oddity < 0.20) {
            return plain + " ";
        } else if (oddity < 0.21) {
            return " " + plain;
        } else if (oddity < 0.25) {
            return plain.replaceFirst(" ", "  ");
        } else if (oddity < 0.265) {
            return dice.of(MOTIFS) + " " + dice.of(THINGS) + " , " + dice.of(FINISHES);
        }
        return oddity < 0.27 ? "\"" + dice.of(MOTIFS) + "\" " + dice.of(THINGS) : plain;
    }
}
