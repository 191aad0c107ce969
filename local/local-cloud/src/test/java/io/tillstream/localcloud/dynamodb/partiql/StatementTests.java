package io.tillstream.localcloud.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Items;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTests {

    private static final Item ITEM =
            Items.item("{'pk':{'S':'p'},'n':{'N':'7310000'},'s':{'S':'str'},'nul':{'NULL':true},"
                    + "'flag':{'BOOL':true},'ss':{'SS':['a','b']},'m':{'M':{'sub':{'S':'x'}}},'l':{'L':[{'N':'1'}]}}");
    private static final String MALFORMED = "Statement wasn't well formed, can't be processed: ";

    private static Statement parse(String text, String... parameters) {
        return Statement.parse(text, Stream.of(parameters).map(Items::value).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pk = 'p'",
                "n = 7.31e6 -- a note",
                "n = 731e+4",
                "/* a note */ n > .5 AND n < 73100000E-0",
                "s <> 'x' AND NOT s = 'y'",
                "n BETWEEN 1 AND 9000000",
                "s IN ['a', 'str']",
                "s in ('str')",
                "attribute_exists(m.sub) = true",
                "ATTRIBUTE_NOT_EXISTS(\"none\")",
                "(attribute_exists(none) OR attribute_exists(ss))",
                "begins_with(\"s\", 'st') and contains(ss, 'a')",
                "attribute_type(ss, 'SS')",
                "size(s) = 3",
                "nul IS NULL AND s IS NOT NULL",
                "flag IS BOOL AND s IS STRING",
                "none IS MISSING AND s IS NOT MISSING",
                "ss = <<'b', 'a'>>",
                "l[0] = 1 AND m = {'sub': 'x'}",
                "n > -1 AND flag = true",
                "pk = 'q' OR pk = 'p' AND n <> 1"
            })
    void whereHolds(String where) {
        Statement.Select select = (Statement.Select) parse("SELECT * FROM \"T\" WHERE " + where);
        assertThat(Objects.requireNonNull(select.where()).holds(ITEM)).isTrue();
    }

    @Test
    void readsASelect() {
        Statement.Select select = (Statement.Select)
                parse("select pk, m.sub from \"T\".\"index-1\" where pk = ? order by sk desc, pk", "{'S':'p'}");
        assertThat(select.table()).isEqualTo("T");
        assertThat(select.index()).isEqualTo("index-1");
        assertThat(select.columns()).extracting(Column::name).containsExactly("pk", "sub");
        assertThat(select.orderings()).containsExactly(new Ordering("sk", true), new Ordering("pk", false));
        assertThat(WhereKeys.of(select.where()).equalTo("pk")).contains(new Value.Text("p"));
    }

    @Test
    void readsAnInsert() {
        Statement.Insert insert = (Statement.Insert) parse(
                "INSERT INTO T VALUE {'pk': 'it''s', 'n': -1.50, 'l': [1, ?], 'm': {}, 'b': FALSE, 's': <<1, 2>>}",
                "{'B':'AA=='}");
        assertThat(insert.item())
                .isEqualTo(Items.item("{'pk':{'S':'it\\u0027s'},'n':{'N':'-1.5'},"
                        + "'l':{'L':[{'N':'1'},{'B':'AA=='}]},'m':{'M':{}},'b':{'BOOL':false},'s':{'NS':['1','2']}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE \"T\" SET n = n + 1 SET s = 'new' WHERE pk = 'p' | n | {'N':'7310001'}",
                "UPDATE \"T\" SET l = list_append(l, [2]) WHERE pk = 'p' | l | {'L':[{'N':'1'},{'N':'2'}]}",
                "UPDATE \"T\" SET x = if_not_exists(x, 5), m.y = 1 WHERE pk = 'p' | m | {'M':{'sub':{'S':'x'},'y':{'N':'1'}}}",
                "UPDATE \"T\" SET ss = SET_ADD(ss, <<'c'>>) REMOVE n WHERE pk = 'p' | ss | {'SS':['a','b','c']}",
                "UPDATE \"T\" SET ss = set_delete(ss, <<'a'>>) WHERE pk = 'p' RETURNING ALL NEW * | ss | {'SS':['b']}",
                "from \"T\" where pk = 'p' set n = 4 remove s | n | {'N':'4'}"
            })
    void changesItems(String text, String attribute, String after) {
        Statement.Change change = (Statement.Change) parse(text);
        assertThat(change.update().apply(ITEM).get(attribute)).isEqualTo(Items.value(after));
        assertThat(WhereKeys.of(change.where()).areExactly(List.of("pk"))).isTrue();
    }

    @Test
    void readsWhatAWriteReturns() {
        assertThat(parse("UPDATE T REMOVE a WHERE pk = 'p' RETURNING MODIFIED OLD *")
                        .returning())
                .isEqualTo(new Returning(true, false));
        assertThat(parse("DELETE FROM T WHERE pk = 'p' RETURNING ALL OLD *").returning())
                .isEqualTo(new Returning(false, false));
        assertThat(parse("DELETE FROM T WHERE pk = 'p'").returning()).isNull();
        assertThat(((Statement.Exists) parse("EXISTS(SELECT * FROM T WHERE pk = 'p' AND a = 1)")).table())
                .isEqualTo("T");
    }

    @Test
    void findsTheKeysAmongItsConditions() {
        Statement.Select select = (Statement.Select)
                parse("SELECT * FROM T WHERE 'p' = pk AND begins_with(sk, 's') AND (a = 1 OR b = 2)");
        WhereKeys keys = WhereKeys.of(select.where());
        assertThat(keys.equalTo("pk")).contains(new Value.Text("p"));
        assertThat(keys.testOf("sk")).isPresent();
        assertThat(keys.equalTo("a")).isEmpty();
        assertThat(keys.areExactly(List.of("pk"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SLECT * FROM T | Expected data manipulation",
                "SELECT * FROM T WHERE pk = 1 foo | Unexpected token after expression",
                "SELECT * FROM T WHERE pk = 1 e5 | Unexpected token after expression",
                "SELECT * FROM T WHERE pk = 1) | Unexpected token after expression",
                "INSERT INTO T VALUE {'pk': 1} foo | Unexpected token after expression",
                "INSERT INTO T t VALUE {'pk': 1} | Unexpected token after expression",
                "UPDATE T SET a = 9 WHERE pk = 1 foo | Unexpected token after expression",
                "DELETE FROM T WHERE pk = 1 ORDER BY pk | Unexpected token after expression",
                "SELECT * FROM T ORDER BY pk WHERE pk = 1 | Unexpected token after expression",
                "SELECT * FROM T WHERE | Unexpected term",
                "SELECT * FROM T WHERE n = -+5 | Unexpected term",
                "SELECT * FROM T WHERE attribute_exists(m.inner) | Invalid path dot component",
                "UPDATE T SET m.inner = set_add(m.inner, <<'y'>>) WHERE pk = 1 | Invalid path dot component"
            })
    void tellsWhereItsGrammarBreaks(String text, String detail) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(AwsError.class).hasMessage(MALFORMED + detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM T WHERE pk = 1e2147483648",
                "SELECT * FROM T WHERE pk = 1e99999999999",
                "SELECT * FROM T WHERE pk = 1.5e-2147483647",
                "SELECT * FROM T WHERE pk = 1 # note",
                "SELECT * FROM T WHERE pk = 1 /* note",
                "SELECT * FROM \"T"
            })
    void tellsNothingMoreOfWhatItCannotRead(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(AwsError.class).hasMessage(MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT * FROM T t WHERE pk = 'x' | Aliasing is not supported",
                "SELECT * FROM T AS t WHERE pk = 'x' | Aliasing is not supported",
                "UPDATE T t SET a = 3 WHERE pk = 'x' | Aliasing is not supported",
                "DELETE FROM T t WHERE pk = 'x' | Aliasing is not supported",
                "SELECT * FROM T.a.b | A path may contain at most 2 components in the FROM clause",
                "SELECT * FROM T.\"\" | Path component cannot be an empty string",
                "SELECT attribute_exists(ss) FROM T | Unexpected path component at 1:8:16",
                "~SELECT * FROM T WHERE a = 'x\ny' AND EXISTS(ss)~ | Unrecognized function: exists at 2:8:6",
                "SELECT * FROM T WHERE EXISTS(ss) | Unrecognized function: exists at 1:23:6",
                "SELECT * FROM T WHERE set_add(ss, <<'x'>>) = ss | Unrecognized function: set_add at 1:23:7",
                "SELECT * FROM T WHERE attribute_exists('ss') | Operator or function requires a document path; operator or function: attribute_exists",
                "SELECT * FROM T WHERE attribute_exists() | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 0",
                "SELECT * FROM T WHERE a < true | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
                "SELECT * FROM T WHERE begins_with(5, 'x') | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "SELECT * FROM T WHERE attribute_type(a, 'X') | Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
                "UPDATE T SET t = set_add(ss, <<'x'>>) | The first argument to SET_ADD must equal the assignment value at 1:18:7",
                "UPDATE T SET ss = set_add(ss, ['x']) | The second argument to SET_ADD must be a value with type SET at 1:27:2",
                "UPDATE T SET ss = set_delete(ss) | SET_DELETE must have exactly two arguments at 1:19:10",
                "UPDATE T SET ss = set_add(ss, <<'x', 'x'>>) | One or more parameter values were invalid: Input collection [x, x] contains duplicates.",
                "UPDATE T SET a = 1, a = 2 | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
                "UPDATE T SET a.b = 1 REMOVE a WHERE pk = 'x' | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]",
                "FROM T WHERE pk = 'x' SET a.b = 1, a[0] = 2 | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]",
                "UPDATE T SET ss = set_add(ss, <<>>) | Empty bags are not supported",
                "INSERT INTO T VALUE {'pk': 'p', 'ss': set_add(<<'a'>>, <<'b'>>)} | Unsupported data type: set_add under key root at 1:39:7",
                "INSERT INTO T VALUE {'m': {'x': 1e126}} | Number overflow. Attempting to store a number with magnitude larger than supported range under root.x",
                "INSERT INTO T VALUE {'l': [1, 1e-131]} | Number underflow. Attempting to store a number with magnitude smaller than supported range under root[1]",
                "SELECT * FROM T WHERE pk = 123456789012345678901234567890123456789 | Attempting to store more than 38 significant digits in a Number under root",
                "DELETE FROM T WHERE pk = 'x' RETURNING MODIFIED OLD * | Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.",
                "SELECT * FROM T WHERE pk = ? | Number of parameters in request and statement don't match."
            })
    void isRefused(String text, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(AwsError.class).hasMessage(message);
    }
}
