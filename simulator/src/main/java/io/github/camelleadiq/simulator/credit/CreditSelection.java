/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which billed things a query selects, whatever its aliases, fragments and directives.
 *
 * @param companyInfo firmographics of the current employer, or of the company found
 * @param pastCompany firmographics of past employers
 */
public record CreditSelection(
        boolean workEmail,
        boolean personalEmail,
        boolean workPhone,
        boolean personalPhone,
        boolean companyInfo,
        boolean pastCompany) {
    private static final Set<String> NAME_OF_COMPANY = Set.of("id", "source", "name", "__typename");

    /** Of {@code searchPeople}, whose result has positions. */
    public static CreditSelection ofPositions(DataFetchingFieldSelectionSet selected) {
        Set<String> paths = paths(selected);
        return new CreditSelection(
                containsAny(paths, "results/currentPositions/emails", "results/currentPositions/workEmail"),
                paths.contains("results/personalEmails"),
                paths.contains("results/currentPositions/phones"),
                paths.contains("results/personalPhones"),
                firmographics(paths, "results/currentPositions/companyInfo"),
                firmographics(paths, "results/pastPositions/companyInfo"));
    }

    /**
     * Of a search whose people are flat.
     *
     * @param person    path of the people
     * @param companies paths of the companies
     */
    public static CreditSelection ofFlat(DataFetchingFieldSelectionSet selected, String person, String... companies) {
        Set<String> paths = paths(selected);
        return new CreditSelection(
                containsAny(
                        paths,
                        person + "/workEmails",
                        person + "/verifiedWorkEmails",
                        person + "/verifiedLikelyWorkEmails"),
                paths.contains(person + "/personalEmails"),
                paths.contains(person + "/workPhones"),
                paths.contains(person + "/personalPhones"),
                Arrays.stream(companies).anyMatch(path -> firmographics(paths, path)),
                firmographics(paths, person + "/personJobChange/previousPosition/company"));
    }

    /** Of a search for companies. */
    public static CreditSelection ofCompanies(DataFetchingFieldSelectionSet selected, String path) {
        return new CreditSelection(false, false, false, false, firmographics(paths(selected), path), false);
    }

    /** Read in one pass: graphql-java compiles a pattern for each question put to a selection set. */
    private static Set<String> paths(DataFetchingFieldSelectionSet selected) {
        Set<String> paths = new HashSet<>();
        for (SelectedField field : selected.getFields()) {
            paths.add(field.getQualifiedName());
        }
        return paths;
    }

    private static boolean containsAny(Set<String> paths, String... wanted) {
        return Arrays.stream(wanted).anyMatch(paths::contains);
    }

    private static boolean firmographics(Set<String> paths, String company) {
        String prefix = company + "/";
        return paths.stream()
                .anyMatch(
                        path -> path.startsWith(prefix) && !NAME_OF_COMPANY.contains(path.substring(prefix.length())));
    }
}
