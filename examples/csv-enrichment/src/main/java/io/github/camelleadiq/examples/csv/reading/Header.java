/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first row of the file: how many columns there are, and which of them say who a lead is. */
public final class Header {

    private static final List<Set<Column>> ENOUGH = List.of(
            Set.of(Column.LINKEDIN_URL),
            Set.of(Column.EMAIL),
            Set.of(Column.FULL_NAME, Column.COMPANY),
            Set.of(Column.FULL_NAME, Column.DOMAIN),
            Set.of(Column.FIRST_NAME, Column.LAST_NAME, Column.COMPANY),
            Set.of(Column.FIRST_NAME, Column.LAST_NAME, Column.DOMAIN));

    private final List<String> names;
    private final Map<Column, List<Integer>> positions = new EnumMap<>(Column.class);

    /** @throws UnusableCsvException when no lead could be looked up by these columns */
    Header(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            int position = i;
            Column.of(names.get(i)).ifPresent(column -> positions
                    .computeIfAbsent(column, key -> new ArrayList<>())
                    .add(position));
        }
        if (ENOUGH.stream().noneMatch(positions.keySet()::containsAll)) {
            // the first line is not repeated here: in a file without a header it is somebody's data
            throw new UnusableCsvException("The first line does not name columns to look leads up by. Needed are"
                    + " LinkedIn URL, or email, or name (or first name and last name) with company or domain");
        }
    }

    /** The names of the columns, as they are written. */
    public List<String> names() {
        return names;
    }

    /** The first value that is not blank in the columns of this meaning, with single spaces and no line ends; or null. */
    public String value(Row row, Column column) {
        return positions.getOrDefault(column, List.of()).stream()
                .map(position -> row.values().get(position))
                .map(value ->
                        value.replaceAll("[\\s\\p{Cntrl}\\u00A0\\uFEFF]+", " ").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
