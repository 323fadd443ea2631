/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
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
        return new CreditSelection(
                selected.containsAnyOf("results/currentPositions/emails", "results/currentPositions/workEmail"),
                selected.contains("results/personalEmails"),
                selected.contains("results/currentPositions/phones"),
                selected.contains("results/personalPhones"),
                firmographics(selected, "results/currentPositions/companyInfo"),
                firmographics(selected, "results/pastPositions/companyInfo"));
    }

    /**
     * Of a search whose people are flat.
     *
     * @param person   path of the people
     * @param companies paths of the companies
     */
    public static CreditSelection ofFlat(DataFetchingFieldSelectionSet selected, String person, String... companies) {
        return new CreditSelection(
                selected.containsAnyOf(
                        person + "/workEmails", person + "/verifiedWorkEmails", person + "/verifiedLikelyWorkEmails"),
                selected.contains(person + "/personalEmails"),
                selected.contains(person + "/workPhones"),
                selected.contains(person + "/personalPhones"),
                List.of(companies).stream().anyMatch(path -> firmographics(selected, path)),
                false);
    }

    /** Of a search for companies. */
    public static CreditSelection ofCompanies(DataFetchingFieldSelectionSet selected, String path) {
        return new CreditSelection(false, false, false, false, firmographics(selected, path), false);
    }

    private static boolean firmographics(DataFetchingFieldSelectionSet selected, String path) {
        return selected.getFields(path + "/*").stream().anyMatch(f -> !NAME_OF_COMPANY.contains(f.getName()));
    }
}
