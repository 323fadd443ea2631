/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.RecordIds;
import io.github.camelleadiq.simulator.salesforce.org.StoredRecord;
import io.github.camelleadiq.simulator.salesforce.schema.FieldType;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.And;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Compare;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Condition;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Not;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Or;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Turns conditions into predicates on records. */
final class Filter {
    private static final Map<String, IntPredicate> ORDERINGS =
            Map.of("<", c -> c < 0, "<=", c -> c <= 0, ">", c -> c > 0, ">=", c -> c >= 0);

    private static final Map<FieldType, Class<?>> OTHERS = Map.of(
            FieldType.BOOLEAN, Boolean.class, FieldType.DATE, LocalDate.class, FieldType.DATETIME, Instant.class);

    private final Org org;
    private final ObjectDef type;

    Filter(Org org, ObjectDef type) {
        this.org = org;
        this.type = type;
    }

    Predicate<StoredRecord> of(Condition condition) {
        if (condition instanceof And and) {
            return of(and.left()).and(of(and.right()));
        }
        if (condition instanceof Or or) {
            return of(or.left()).or(of(or.right()));
        }
        return condition instanceof Not not ? of(not.operand()).negate() : compare((Compare) condition);
    }

    private Predicate<StoredRecord> compare(Compare compare) {
        Path path = Path.of(org, type, compare.field());
        if (!path.field().isFilterable()) {
            throw SoqlException.field("field '" + path.field().name() + "' can not be filtered in a query call");
        }
        Predicate<Object> test = compare.values().stream().anyMatch(DateLiteral.class::isInstance)
                ? days(path, compare)
                : test(path, compare.operator(), operands(path, compare.values()));
        FieldType kind = path.field().type();
        return entry -> test.test(comparable(kind, path.value(org, entry)));
    }

    /** A comparison with a range of days: greater is what comes behind it. */
    private Predicate<Object> days(Path path, Compare compare) {
        FieldType type = path.field().type();
        boolean dated = type == FieldType.DATE || type == FieldType.DATETIME;
        if (!dated || !(compare.values().get(0) instanceof DateLiteral literal)) {
            throw unfit(path);
        }
        DateLiteral.Range range = literal.range(org.now().atZone(ZoneOffset.UTC).toLocalDate());
        Predicate<Object> before = value -> order(value, bound(type, range.start())) < 0;
        Predicate<Object> behind = value -> order(value, bound(type, range.end())) >= 0;
        return switch (compare.operator()) {
            case "=" -> value -> value != null && !before.test(value) && !behind.test(value);
            case "!=" -> value -> value == null || before.test(value) || behind.test(value);
            case "<" -> value -> value != null && before.test(value);
            case "<=" -> value -> value != null && !behind.test(value);
            case ">" -> value -> value != null && behind.test(value);
            case ">=" -> value -> value != null && !before.test(value);
            default -> throw SoqlException.field("invalid operator on " + type.apiName() + " field");
        };
    }

    private static Object bound(FieldType type, LocalDate day) {
        return type == FieldType.DATE ? day : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<Object> operands(Path path, List<Object> values) {
        List<Object> operands = new ArrayList<>();
        values.forEach(value -> operands.add(operand(path, value)));
        return operands;
    }

    private static Predicate<Object> test(Path path, String operator, List<Object> wanted) {
        return switch (operator) {
            case "=", "IN" -> wanted::contains;
            case "!=", "NOT IN" -> value -> !wanted.contains(value);
            case "LIKE" -> like(path, wanted.get(0));
            default -> {
                IntPredicate ordering = ORDERINGS.get(operator);
                Object bound = wanted.get(0);
                if (path.field().type() == FieldType.BOOLEAN) {
                    throw SoqlException.field("invalid operator on boolean field");
                }
                yield value -> value != null && bound != null && ordering.test(order(value, bound));
            }
        };
    }

    private static Predicate<Object> like(Path path, Object pattern) {
        if (!path.field().type().isText() || path.field().type().isId() || pattern == null) {
            throw SoqlException.field(
                    "invalid operator on " + path.field().type().apiName() + " field");
        }
        StringBuilder regex = new StringBuilder();
        String text = pattern.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length() && "_%".indexOf(text.charAt(i + 1)) >= 0;
            if (escaped) {
                regex.append(Pattern.quote(text.substring(++i, i + 1)));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        Predicate<String> matcher =
                Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
        return value -> value != null && matcher.test(value.toString());
    }

    /** The value of a condition in the form in which the field's values compare. */
    private static Object operand(Path path, Object value) {
        FieldType type = path.field().type();
        if (value == null) {
            return type == FieldType.BOOLEAN ? Boolean.FALSE : null;
        }
        Class<?> needed = type.isText() ? String.class : type.isNumber() ? BigDecimal.class : OTHERS.get(type);
        if (!needed.isInstance(value)) {
            throw unfit(path);
        }
        if (type.isId()) {
            String id = (String) value;
            if (!id.isEmpty() && !RecordIds.isWellFormed(id)) {
                throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + id);
            }
            return id.isEmpty() ? null : RecordIds.canonical(id);
        }
        // an empty string is null
        return value instanceof String text && text.isEmpty() ? null : comparable(type, value);
    }

    private static SoqlException unfit(Path path) {
        FieldType type = path.field().type();
        return SoqlException.field("value of filter criterion for field '"
                + path.field().name()
                + "' must be of type " + type.apiName()
                + (type.isText() ? " and should be enclosed in quotes" : " and should not be enclosed in quotes"));
    }

    /** The form in which values of a field compare: ids exactly, other texts whatever their case. */
    static Object comparable(FieldType type, Object value) {
        if (type.isId()) {
            return value;
        }
        if (value instanceof String text) {
            return text.toLowerCase(Locale.ROOT);
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    /** The canonical form of an id in a condition, or null. */
    static String comparableId(Object value) {
        return value instanceof String id && RecordIds.isWellFormed(id) ? RecordIds.canonical(id) : null;
    }

    @SuppressWarnings("unchecked")
    static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
