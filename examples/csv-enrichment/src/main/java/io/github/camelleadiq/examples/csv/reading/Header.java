/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The row that names the columns: how many there are, and which of them say who a lead is. */
public final class Header {

    private static final List<Set<Column>> ENOUGH = List.of(
            Set.of(Column.LINKEDIN_URL),
            Set.of(Column.EMAIL),
            Set.of(Column.FULL_NAME, Column.COMPANY),
            Set.of(Column.FULL_NAME, Column.DOMAIN),
            Set.of(Column.FIRST_NAME, Column.LAST_NAME, Column.COMPANY),
            Set.of(Column.FIRST_NAME, Column.LAST_NAME, Column.DOMAIN));

    /** Between the values of a cell that holds several, as Google and HubSpot write them. */
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:::+|[;,])\\s*");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\u00A0\\uFEFF]+");

    private final List<String> names;
    private final Map<Column, List<Integer>> positions = new EnumMap<>(Column.class);
    /** What columns say that can say nothing else. */
    private final Set<Column> certain = EnumSet.noneOf(Column.class);

    Header(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            int position = i;
            Set<Column> meanings = Column.of(names.get(i));
            meanings.forEach(column ->
                    positions.computeIfAbsent(column, key -> new ArrayList<>()).add(position));
            // a website may be a page of LinkedIn, but no person is to be looked up by it alone
            meanings.stream()
                    .filter(column -> meanings.size() == 1 || column != Column.LINKEDIN_URL)
                    .forEach(certain::add);
        }
    }

    /** Whether leads can be looked up by these columns. */
    boolean isEnough() {
        return ENOUGH.stream().anyMatch(certain::containsAll);
    }

    /** How many columns say something of a lead. */
    long known() {
        return positions.values().stream().flatMap(List::stream).distinct().count();
    }

    /** The names of the columns, as they are written. */
    public List<String> names() {
        return names;
    }

    /** The values that are not blank in the columns of this meaning, with single spaces and no line ends. */
    public List<String> values(Row row, Column column) {
        return positions.getOrDefault(column, List.of()).stream()
                .map(position -> row.values().get(position))
                .flatMap(value -> column == Column.EMAIL ? SEVERAL.splitAsStream(value) : Stream.of(value))
                .map(value -> BLANK.matcher(value).replaceAll(" ").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
