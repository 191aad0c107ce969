package io.tillstream.ingest.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.tillstream.model.Attributes;
import io.tillstream.model.TextRule;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles rules, or says what is wrong with each of them. */
final class RuleCompiler {

    private static final int MAX_RULES = 100;
    private static final TextRule NAME_RULE = TextRule.name(64);

    private static final String NAME = "name";
    private static final String FEED = "feed";
    private static final String WHEN = "when";
    private static final String DROP = "drop";
    private static final String MASK = "mask";
    private static final String HASH = "hash";
    private static final String SET = "set";
    private static final Set<String> TEXTS = Set.of(NAME, FEED, WHEN, DROP, MASK, HASH);
    private static final String EMPTY_SET = "set holds names of attributes, each with an expression";
    private static final String SHAPE =
            "a rule has a name, may have a feed and a when, and has one of drop, mask, hash and set";

    private static final Set<CelType> CONDITION = Set.of(SimpleType.BOOL);
    private static final Set<CelType> SCALAR =
            Set.of(SimpleType.STRING, SimpleType.BOOL, SimpleType.INT, SimpleType.DOUBLE, ExactArithmetic.DECIMAL);

    private final Map<String, RuleTerms> termsByFeed = new LinkedHashMap<>();
    private final @Nullable Fingerprint fingerprint;

    /**
     * @param feeds whose lines there can be rules for
     * @param fingerprint absent when no secret is configured
     */
    RuleCompiler(Feeds feeds, @Nullable Fingerprint fingerprint) {
        feeds.all().forEach(feed -> termsByFeed.put(feed.name().value(), new RuleTerms(feed)));
        this.fingerprint = fingerprint;
    }

    /**
     * Compiles all rules, in their order.
     *
     * @throws BadRulesException with a fault of each rule that has one
     */
    List<Rule> compile(List<RuleText> texts) {
        List<Rule> rules = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (RuleText text : texts) {
            try {
                rules.add(rule(text));
            } catch (BadRulesException e) {
                faults.addAll(e.faults());
            }
        }
        faults.addAll(faultsOfAll(rules));
        if (texts.size() > MAX_RULES) {
            faults.add("there are more than " + MAX_RULES + " rules");
        }
        if (!faults.isEmpty()) {
            throw new BadRulesException(faults);
        }
        return rules;
    }

    private List<String> faultsOfAll(List<Rule> rules) {
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                faults.add("there is more than one rule \"" + rule.name() + "\"");
            }
        }
        termsByFeed.values().forEach(terms -> checkAttributes(rules, terms, faults));
        return faults;
    }

    private static void checkAttributes(List<Rule> rules, RuleTerms terms, List<String> faults) {
        Set<String> attributes = new TreeSet<>();
        for (Rule rule : rules) {
            if (rule.feed().equals(terms.feed()) && rule.effect() instanceof Effect.Derive derive) {
                attributes.addAll(derive.expressions().keySet());
            }
        }
        int declared = terms.own().all().size();
        int room = Attributes.MAX_COUNT - declared;
        if (attributes.size() > room) {
            faults.add("the rules set more than " + room + " attributes"
                    + (declared == 0 ? "" : " beside the " + declared + " own fields"));
        }
    }

    private Rule rule(RuleText text) {
        String name = text.text(NAME)
                .map(Written::text)
                .filter(given -> NAME_RULE.faultIn(given).isEmpty())
                .orElseThrow(() -> text.fault("a rule needs a name of 1 to 64 letters, digits, _ and -"));
        try {
            checkKeys(text);
            RuleTerms terms = terms(text);
            return new Rule(terms.feed(), name, condition(text, terms), effect(text, terms));
        } catch (BadRulesException e) {
            throw e.of(name);
        }
    }

    private static void checkKeys(RuleText text) {
        text.texts().forEach((key, value) -> {
            if (!TEXTS.contains(key)) {
                throw value.fault(key.equals(SET) ? EMPTY_SET : "there is no \"" + key + "\"; " + SHAPE);
            }
        });
        for (String key : text.tables().keySet()) {
            if (!key.equals(SET)) {
                throw text.fault("\"" + key + "\" cannot hold keys with values; " + SHAPE);
            }
        }
    }

    /** Of the feed that the rule names, and of transactions when it names none. */
    private RuleTerms terms(RuleText text) {
        String feed = text.text(FEED).map(Written::text).orElse(Names.TRANSACTIONS);
        RuleTerms found = termsByFeed.get(feed);
        if (found == null) {
            throw text.fault("there is no feed \"" + feed + "\"; there are " + String.join(", ", termsByFeed.keySet()));
        }
        return found;
    }

    private static @Nullable Expression condition(RuleText text, RuleTerms terms) {
        return text.text(WHEN)
                .map(when -> terms.expressions().compile(when, CONDITION, "a condition (bool)"))
                .orElse(null);
    }

    private Effect effect(RuleText text, RuleTerms terms) {
        List<Effect> effects = new ArrayList<>();
        text.text(DROP).ifPresent(drop -> effects.add(drop(drop, text)));
        text.text(MASK).ifPresent(field -> effects.add(new Effect.Hide(terms.hideable(field)::mask)));
        text.text(HASH).ifPresent(field -> effects.add(hash(field, terms)));
        text.table(SET).ifPresent(attributes -> effects.add(derive(attributes, text, terms)));
        if (effects.size() != 1) {
            throw text.fault(SHAPE);
        }
        return effects.getFirst();
    }

    private static Effect drop(Written drop, RuleText text) {
        if (!drop.text().equals("true")) {
            throw drop.fault("drop can only be true");
        }
        if (text.text(WHEN).isEmpty()) {
            throw drop.fault("without a when this would drop every row");
        }
        return new Effect.Drop();
    }

    private Effect hash(Written name, RuleTerms terms) {
        if (fingerprint == null) {
            throw name.fault("hash needs a secret in " + RulesProperties.SECRET);
        }
        Fingerprint keyed = fingerprint;
        HideableField field = terms.hideable(name);
        return new Effect.Hide(line -> field.replace(line, value -> keyed.of(field.label(), value)));
    }

    private static Effect derive(Map<String, Written> attributes, RuleText text, RuleTerms terms) {
        if (attributes.isEmpty()) {
            throw text.fault(EMPTY_SET);
        }
        Map<String, Expression> values = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (!Attributes.isName(name)) {
                throw value.fault(
                        "\"" + name + "\" is no name of an attribute: 1 to 40 letters, digits and _, the first"
                                + " a lower-case letter");
            }
            if (terms.own().declares(name)) {
                throw value.fault("\"" + name + "\" is a field that senders fill, as the file of own fields declares;"
                        + " give the attribute another name");
            }
            values.put(name, terms.expressions().compile(value, SCALAR, "a text, number or bool"));
        });
        return new Effect.Derive(values);
    }
}
