/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes queries. Names and ids are checked, so that nothing in them can become part of a query. */
final class Soql {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w{0,79}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z]\\w{0,79}(?:\\.[A-Za-z]\\w{0,79}){0,5}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?");

    private Soql() {}

    /** Whether it can be the id of a record. */
    static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    /** Whether it can be the name of an object. */
    static boolean isObject(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    /** The name of an object, checked. */
    static String object(String name) {
        if (!isObject(name)) {
            throw new IllegalArgumentException("Not the name of a Salesforce object: " + name);
        }
        return name;
    }

    /** Fields, checked, each once, without the id. */
    static Set<String> fields(Collection<String> names) {
        Set<String> fields = new LinkedHashSet<>();
        for (String name : names) {
            if (name == null || !PATH.matcher(name).matches()) {
                throw new IllegalArgumentException("Not the name of a Salesforce field: " + name);
            }
            if (!name.equalsIgnoreCase("Id")) {
                fields.add(name);
            }
        }
        return fields;
    }

    static String byIds(String object, Collection<String> fields, Collection<String> ids) {
        return select(object, fields)
                + ids.stream().map(Soql::id).collect(Collectors.joining(",", " WHERE Id IN (", ")"));
    }

    /**
     * The next page by id.
     *
     * @param where which records; null for all
     * @param after the id of the last record of the page before; null for the first page
     */
    static String page(String object, Collection<String> fields, String where, String after, int size) {
        return select(object, fields) + where(where, after) + " ORDER BY Id LIMIT " + size;
    }

    static String count(String object, String where, String after) {
        return "SELECT COUNT() FROM " + object(object) + where(where, after);
    }

    /** What has changed since, in order. */
    static String changedSince(String object, Instant since) {
        return changed(object, "SystemModstamp >= " + time(since));
    }

    /** The same behind a record. */
    static String changedBehind(String object, Instant stamp, String id) {
        // not to the second: the record must not come again
        return changed(
                object, "SystemModstamp > %1$s OR (SystemModstamp = %1$s AND Id > %2$s)".formatted(stamp, id(id)));
    }

    /** One of the records that have changed later than this. */
    static String anyChangedAfter(String object, Instant known) {
        return "SELECT Id FROM " + object(object) + " WHERE SystemModstamp > " + known.truncatedTo(ChronoUnit.MILLIS)
                + " LIMIT 1";
    }

    private static String changed(String object, String which) {
        return "SELECT Id, SystemModstamp FROM " + object(object) + " WHERE " + which + " ORDER BY SystemModstamp, Id";
    }

    /** A point in time as a literal, to the second below. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String select(String object, Collection<String> fields) {
        String names = fields(fields).stream().map(name -> ", " + name).collect(Collectors.joining());
        return "SELECT Id" + names + " FROM " + object(object);
    }

    /**
     * A condition as it is, if its parentheses and quotes close within it: it stands in parentheses of ours, and must not end
     * them. Whether it means anything is for Salesforce to say.
     *
     * @throws IllegalArgumentException if they do not
     */
    static String condition(String where) {
        int depth = 0;
        boolean isQuoted = false;
        for (int at = 0; at < where.length(); at++) {
            char c = where.charAt(at);
            if (isQuoted && c == '\\') {
                at++;
            } else if (c == '\'') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
                if (depth < 0) {
                    break;
                }
            }
        }
        if (depth != 0 || isQuoted) {
            // not the condition itself: it can name people
            throw new IllegalArgumentException(
                    "A condition has parentheses or quotes that it does not open and close itself: check where");
        }
        return where;
    }

    private static String where(String where, String after) {
        String condition = where == null || where.isBlank() ? "" : "(" + condition(where.strip()) + ")";
        if (after == null) {
            return condition.isEmpty() ? "" : " WHERE " + condition;
        }
        return " WHERE " + condition + (condition.isEmpty() ? "" : " AND ") + "Id > " + id(after);
    }

    /** Both conditions; null for none, where either can be null. */
    static String and(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return "(" + condition(one) + ") AND (" + condition(other) + ")";
    }

    /** A text as a literal. */
    static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String id(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("Not the id of a Salesforce record: " + id);
        }
        return "'" + id + "'";
    }
}
