/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How much two names of companies are alike. */
public final class CompanyNames {
    /** Legal forms; folded, and as words. */
    private static final Set<String> SUFFIXES = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "llc",
            "llp",
            "lp",
            "ltd",
            "limited",
            "plc",
            "pty",
            "pte",
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "kgaa",
            "ohg",
            "ug",
            "ev",
            "eg",
            "se",
            "sa",
            "sas",
            "sarl",
            "sasu",
            "srl",
            "spa",
            "bv",
            "nv",
            "vof",
            "ab",
            "as",
            "asa",
            "aps",
            "oy",
            "oyj",
            "kft",
            "zrt",
            "sro",
            "doo",
            "ood",
            "spzoo",
            "sl",
            "slu",
            "lda",
            "ltda",
            "eireli",
            "kk",
            "kabushiki",
            "kaisha",
            "sdn",
            "bhd",
            "pvt",
            "private",
            "jsc",
            "ooo",
            "oao",
            "zao",
            "pjsc",
            "group",
            "holding",
            "holdings",
            "cie",
            "und",
            "and",
            "the");

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private CompanyNames() {}

    /** From 0 (another company) to 1 (the same), without legal forms. */
    public static double likeness(String one, String other) {
        List<String> left = words(one);
        List<String> right = words(other);
        String joined = String.join("", left);
        String otherJoined = String.join("", right);
        if (joined.isEmpty() || otherJoined.isEmpty()) {
            return 0;
        }
        if (joined.equals(otherJoined)) {
            return 1;
        }
        if (isAcronym(left, right) || isAcronym(right, left)) {
            return 0.9;
        }
        // a part of the group, or the group: Acme and Acme Germany
        if (left.containsAll(right) || right.containsAll(left)) {
            return 0.9;
        }
        double likeness = LIKENESS.apply(joined, otherJoined);
        return likeness >= 0.92 ? likeness : likeness * 0.6;
    }

    /** Whether a name is what a domain's label says, such as {@code Blue Sky Ltd} and {@code bluesky}. */
    public static boolean isLabel(String name, String label) {
        List<String> words = words(name);
        String folded = Texts.fold(label).replace(" ", "");
        return !folded.isEmpty()
                && (String.join("", words).equals(folded)
                        || Texts.fold(name).replace(" ", "").equals(folded)
                        || isAcronym(List.of(folded), words));
    }

    private static boolean isAcronym(List<String> one, List<String> other) {
        return one.size() == 1
                && other.size() >= 3
                && one.get(0)
                        .equals(other.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining()));
    }

    /** The words without legal forms, unless nothing else is there. */
    private static List<String> words(String name) {
        // dots within a legal form part no words: S.A., B.V., e.V.
        List<String> words =
                Arrays.stream(Texts.fold(name.replace(".", "")).split(" ")).toList();
        List<String> plain = new ArrayList<>(words);
        plain.removeIf(SUFFIXES::contains);
        return plain.isEmpty() ? words : plain;
    }
}
