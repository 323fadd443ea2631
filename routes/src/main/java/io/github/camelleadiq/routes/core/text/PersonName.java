/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's name taken apart: given names, family names, generation; without titles, degrees and pronouns. */
public final class PersonName {
    /** Before a name, whatever follows. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "miss",
            "mx",
            "dr",
            "drs",
            "doctor",
            "prof",
            "professor",
            "univprof",
            "rev",
            "revd",
            "reverend",
            "rabbi",
            "imam",
            "sir",
            "dame",
            "capt",
            "sgt",
            "cmdr",
            "lt",
            "ltc",
            "engr",
            "herr",
            "frau",
            "hrn",
            "dipl",
            "diplom",
            "dipling",
            "diplkfm",
            "dkfm",
            "ddr",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sra",
            "srta",
            "dra",
            "lic",
            "licda",
            "arq",
            "abog",
            "ing",
            "dott",
            "dottssa",
            "avv",
            "sigra",
            "dhr",
            "mevr",
            "mudr",
            "judr",
            "phdr",
            "rndr",
            "mgr",
            "inz",
            "shri",
            "smt",
            "datuk",
            "dato");

    /** Titles only before a whole name: alone before one more word they are initials or names. */
    private static final Set<String> PERHAPS_TITLES = Set.of(
            "ms", "sr", "don", "dona", "pd", "ra", "mag", "hr", "fr", "ir", "bc", "mw", "col", "colonel", "captain",
            "judge", "hon", "maj", "pastor", "father", "sig", "rag", "geom", "cand", "med", "sheikh", "haji", "maitre",
            "dna");

    /** What only follows a title: {@code Dr. med.}, {@code Dr. rer. nat.} */
    private static final Set<String> BEHIND_TITLES = Set.of(
            "med", "medic", "habil", "phil", "jur", "iur", "rer", "nat", "pol", "oec", "hc", "dent", "vet", "ing",
            "inz", "sc");

    private static final Set<String> DEGREES = Set.of(
            "phd", "dphil", "mba", "emba", "cpa", "esq", "esquire", "msc", "bsc", "beng", "meng", "mphil", "mpa", "mph",
            "mfa", "med", "edd", "edm", "dba", "jd", "llm", "llb", "llp", "pmp", "cfa", "cfp", "cissp", "cism", "cisa",
            "csm", "acca", "aca", "fca", "fcca", "cima", "cipd", "dds", "dmd", "dvm", "rn", "bsn", "msn", "facs",
            "frcs", "mrcp", "obe", "mbe", "cbe", "kbe", "ret", "phr", "sphr", "shrmcp", "shrmscp", "leed", "aia",
            "faia", "dipl", "dipling", "ing", "mag", "psyd", "pharmd", "mcse", "itil", "prince2", "bcom", "mcom",
            "btech", "mtech", "bba", "bcomm", "ccie", "ccna", "cma", "crpc");

    /** Degrees, and names of people: told by capitals, points or a comma. */
    private static final Set<String> PERHAPS_DEGREES =
            Set.of("ma", "ba", "bs", "ms", "md", "do", "pe", "be", "ra", "pa", "np", "mm", "mr", "se", "sj", "op");

    private static final Map<String, Integer> GENERATIONS =
            Map.of("jr", 2, "sr", 1, "ii", 2, "iii", 3, "iv", 4, "2nd", 2, "3rd", 3, "jnr", 2, "snr", 1);

    /** Generations, and family names or given names of their own where no two words stand before them. */
    private static final Map<String, Integer> PERHAPS_GENERATIONS =
            Map.of("junior", 2, "senior", 1, "v", 5, "filho", 2, "fils", 2);

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "der", "den", "de", "het", "ter", "ten", "te", "zu", "zur", "zum", "la", "le", "les",
            "du", "des", "da", "das", "do", "dos", "di", "del", "della", "dei", "degli", "lo", "el", "al", "bin",
            "bint", "ibn", "abu", "y", "e", "af", "av", "san", "santa", "st", "saint", "mac", "mc", "o", "d", "l");

    private static final Pattern ALIAS = Pattern.compile(
            "[(\\[\"“”„«]([^()\\[\\]\"“”„«»]{1,60})[)\\]\"“”»]|(?<=\\s)['‘’](\\p{L}[\\p{L} ]*)['’](?=\\s)");
    private static final Pattern BORN =
            Pattern.compile("(?iu)(?:\\s|^)(?:née|nee|né|geb\\.?|geborene|roz\\.|z domu)\\s+([\\p{L}'’-]+)");
    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}{1,4}\\.)+\\p{L}{0,4}\\.?");

    /** @param isCompound whether a hyphen joins it with the word before */
    private record Word(String raw, Set<String> spellings, boolean isDotted, boolean isCompound) {
        String text() {
            return spellings.stream()
                    .min(Comparator.comparingInt(String::length))
                    .orElse("");
        }

        boolean is(Set<String> words) {
            return spellings.stream().anyMatch(words::contains);
        }

        /** A single capital is an initial. */
        boolean isParticle() {
            return is(PARTICLES) && (raw.length() > 1 || Character.isLowerCase(raw.charAt(0)));
        }

        boolean isShouted() {
            return raw.length() > 1
                    && raw.equals(raw.toUpperCase(Locale.ROOT))
                    && !raw.equals(raw.toLowerCase(Locale.ROOT));
        }

        /** Letters that stand for names: {@code J} and {@code J.R.}, and {@code JR} where nothing else can be meant. */
        boolean isInitials() {
            return text().length() == 1 || isDotted;
        }
    }

    private final List<Word> given;
    private final List<Word> family;
    /** Other names of the same person, in brackets or quotes; one word each. */
    private final List<Word> aliases;

    private final int generation;
    private final boolean isWhole;

    private PersonName(List<Word> given, List<Word> family, List<Word> aliases, int generation, boolean isWhole) {
        this.given = List.copyOf(given);
        this.family = List.copyOf(family);
        this.aliases = List.copyOf(aliases);
        this.generation = generation;
        this.isWhole = isWhole;
    }

    /** A name whose parts are known; a part that is null or blank is missing. */
    public static PersonName of(String first, String last) {
        Text one = new Text(first);
        Text other = new Text(last);
        int generation = Math.max(one.trimEnd(other.size()), other.trimEnd(one.size()));
        one.trimStart(other.size());
        other.trimStart(one.size());
        return new PersonName(
                one.words,
                other.words,
                Stream.concat(one.aliases.stream(), other.aliases.stream()).toList(),
                generation,
                false);
    }

    /** A name in one text, such as {@code Dr. Ada van Example, PhD} or {@code Example, Ada}. */
    public static PersonName of(String full) {
        Text text = new Text(full);
        if (text.familyWords > 0) {
            int generation = text.trimEnd(0);
            List<Word> family = new ArrayList<>(text.words.subList(0, Math.min(text.familyWords, text.words.size())));
            Text rest = new Text(text.words.subList(family.size(), text.words.size()), text.aliases);
            rest.trimStart(family.size());
            return new PersonName(rest.words, family, text.aliases, generation, false);
        }
        int generation = text.trimEnd(0);
        text.trimStart(0);
        List<Word> words = text.words;
        if (words.size() < 2) {
            return new PersonName(List.of(), words, text.aliases, generation, true);
        }
        int from = words.size() - 1;
        while (from > 0 && words.get(from).isCompound()) {
            from--;
        }
        while (from > 1 && words.get(from - 1).isParticle()) {
            from--;
        }
        from = Math.max(1, from);
        return new PersonName(
                words.subList(0, from), words.subList(from, words.size()), text.aliases, generation, true);
    }

    /** Whether nothing is left of it. */
    public boolean isEmpty() {
        return given.isEmpty() && family.isEmpty();
    }

    /** Whether a part of it is an initial. */
    public boolean hasInitial() {
        return Stream.of(given, family)
                .anyMatch(words -> !words.isEmpty() && (words.get(0).isInitials() || isTwoInitials(words.get(0))));
    }

    /** Whether a mailbox is named after the person: its letters hold the family name, or begin with the given name. */
    public boolean isIn(String mailbox) {
        String letters = Texts.fold(mailbox).replace(" ", "");
        return isIn(family, letters)
                || (isIn(given, letters)
                        && letters.length() - joined(given, List.of()).get(0).length() < 3);
    }

    private static boolean isIn(List<Word> words, String letters) {
        return joined(words, List.of()).stream().anyMatch(name -> name.length() >= 3 && letters.contains(name));
    }

    /** What the two say of each other, in the order of their parts in which they are most alike. */
    public NameComparison compare(PersonName other) {
        if (isEmpty() || other.isEmpty()) {
            return NameComparison.MISSING;
        }
        Agreement suffix = suffix(other);
        NameComparison best = Stream.of(
                        whole(other),
                        parts(given, family, other.given, other.family, 1),
                        parts(family, given, other.given, other.family, isOneWord() || other.isOneWord() ? 1 : 0.95),
                        withAliases(other),
                        other.withAliases(this),
                        withTwoFamilyNames(other),
                        other.withTwoFamilyNames(this))
                .flatMap(List::stream)
                .max(Comparator.comparing((NameComparison one) -> !one.contradicts())
                        .thenComparing(NameComparison::likeness))
                .orElse(NameComparison.MISSING);
        double likeness = suffix == Agreement.CONTRADICTS ? Math.min(0.5, best.likeness()) : best.likeness();
        return new NameComparison(best.given(), best.family(), suffix, likeness);
    }

    /** A single word that may be either part. */
    private boolean isOneWord() {
        return isWhole && given.isEmpty();
    }

    private Agreement suffix(PersonName other) {
        if (generation == 0 || other.generation == 0) {
            return Agreement.MISSING;
        }
        return generation == other.generation ? Agreement.AGREES : Agreement.CONTRADICTS;
    }

    /** All letters are the same, however they are parted: {@code JR} and {@code J. R.}, names without spaces. */
    private List<NameComparison> whole(PersonName other) {
        boolean same = joined(given, family).stream()
                .anyMatch(one -> joined(other.given, other.family).contains(one)
                        || joined(other.family, other.given).contains(one));
        Agreement first = given.isEmpty() && other.given.isEmpty() ? Agreement.MISSING : Agreement.AGREES;
        return same ? List.of(new NameComparison(first, Agreement.AGREES, Agreement.MISSING, 1)) : List.of();
    }

    /** In one text, only the first word is surely a given name. */
    private List<NameComparison> withTwoFamilyNames(PersonName other) {
        if (!isWhole || given.size() < 2) {
            return List.of();
        }
        List<Word> names =
                Stream.concat(given.stream().skip(1), family.stream()).toList();
        return parts(given.subList(0, 1), names, other.given, other.family, 0.95);
    }

    private List<NameComparison> withAliases(PersonName other) {
        List<NameComparison> found = new ArrayList<>();
        for (Word alias : aliases) {
            found.addAll(parts(List.of(alias), family, other.given, other.family, 0.97));
            found.addAll(parts(given, List.of(alias), other.given, other.family, 0.97));
        }
        return found;
    }

    private static List<NameComparison> parts(
            List<Word> given, List<Word> family, List<Word> otherGiven, List<Word> otherFamily, double factor) {
        Part first = given(given, otherGiven);
        Part last = family(family, otherFamily);
        boolean isFirstKnown = first.score >= 0;
        boolean isLastKnown = last.score >= 0;
        double likeness;
        if (isFirstKnown && isLastKnown) {
            likeness = 0.4 * first.score + 0.6 * last.score;
        } else if (isFirstKnown || isLastKnown) {
            // a name of one word can tell little of a name of two
            boolean isAllThereIs =
                    (given.isEmpty() && otherGiven.isEmpty()) || (family.isEmpty() && otherFamily.isEmpty());
            likeness = Math.max(first.score, last.score) * (isAllThereIs ? 1 : 0.6);
        } else {
            likeness = 0;
        }
        return List.of(new NameComparison(first.agreement, last.agreement, Agreement.MISSING, factor * likeness));
    }

    /** @param score from 0 to 1; below 0 where nothing could be compared */
    private record Part(Agreement agreement, double score) {
        private static final Part MISSING = new Part(Agreement.MISSING, -1);
        private static final Part NOT_COMPARABLE = new Part(Agreement.NOT_COMPARABLE, -1);
        private static final Part SAME = new Part(Agreement.AGREES, 1);

        static Part agrees(double score) {
            return new Part(Agreement.AGREES, score);
        }

        static Part similar(double score) {
            return new Part(Agreement.SIMILAR, score);
        }

        static Part contradicts(double score) {
            return new Part(Agreement.CONTRADICTS, score);
        }
    }

    private static Part given(List<Word> one, List<Word> other) {
        Part obstacle = obstacle(one, other);
        if (obstacle != null) {
            return obstacle;
        }
        if (isSame(one, other)) {
            return Part.SAME;
        }
        Word first = one.get(0);
        Word otherFirst = other.get(0);
        Part names = PersonNames.isSameGiven(first.spellings, otherFirst.spellings) ? Part.agrees(0.97) : null;
        if (first.spellings.stream().anyMatch(otherFirst.spellings::contains)) {
            names = Part.SAME;
        }
        if (names != null) {
            return secondNames(one, other, names);
        }
        if (first.isInitials() || otherFirst.isInitials() || isTwoInitials(first) || isTwoInitials(otherFirst)) {
            return initials(one, other);
        }
        boolean isSecondName = one.stream().skip(1).anyMatch(word -> isNamed(word, otherFirst))
                || other.stream().skip(1).anyMatch(word -> isNamed(word, first));
        if (isSecondName) {
            return Part.similar(0.8);
        }
        if (PersonNames.isSwapped(first.text(), otherFirst.text())) {
            return Part.agrees(0.95);
        }
        return PersonNames.isMistypedGiven(first.text(), otherFirst.text()) ? Part.similar(0.88) : Part.contradicts(0);
    }

    /** The first given names are one; the second ones may still tell two people apart. */
    private static Part secondNames(List<Word> one, List<Word> other, Part names) {
        if (one.size() < 2 || other.size() < 2) {
            boolean isHalf = (one.size() > 1 && one.get(1).isCompound())
                    || (other.size() > 1 && other.get(1).isCompound());
            return isHalf ? Part.similar(0.85) : names;
        }
        Word second = one.get(1);
        Word otherSecond = other.get(1);
        boolean isInitial = second.isInitials() || otherSecond.isInitials();
        if (isNamed(second, otherSecond) || (isInitial && isSameLetter(second, otherSecond))) {
            return names;
        }
        return second.isCompound() || otherSecond.isCompound() ? Part.contradicts(0.3) : Part.similar(0.8);
    }

    private static boolean isSameLetter(Word one, Word other) {
        return one.text().charAt(0) == other.text().charAt(0);
    }

    private static Part initials(List<Word> one, List<Word> other) {
        Word first = one.get(0);
        Word otherFirst = other.get(0);
        if (isSameLetter(first, otherFirst)) {
            return Part.similar(0.8);
        }
        // J. Robert Example is called Robert, and B. Example may be a William
        boolean isOther = one.stream().skip(1).anyMatch(word -> isNamed(word, otherFirst))
                || other.stream().skip(1).anyMatch(word -> isNamed(word, first))
                || PersonNames.isInitialOfNickname(first.text(), otherFirst.text());
        return isOther ? Part.similar(0.75) : Part.contradicts(0);
    }

    /** {@code JR} in capitals, which no name is spelled like. */
    private static boolean isTwoInitials(Word word) {
        return word.isShouted() && word.text().length() == 2 && !word.text().matches(".*[aeiouy].*");
    }

    private static boolean isNamed(Word one, Word other) {
        return one.text().length() > 1
                && (one.spellings.stream().anyMatch(other.spellings::contains)
                        || PersonNames.isSameGiven(one.spellings, other.spellings));
    }

    private static Part family(List<Word> one, List<Word> other) {
        Part obstacle = obstacle(one, other);
        if (obstacle != null) {
            return obstacle;
        }
        if (isSame(one, other)) {
            return Part.SAME;
        }
        List<Word> left = withoutParticles(one);
        List<Word> right = withoutParticles(other);
        if (isSame(left, right)) {
            return Part.agrees(0.97);
        }
        if (holds(left, right) || holds(right, left)) {
            // double names: one side may have dropped a half
            return Part.agrees(0.9);
        }
        String text = joined(left, List.of()).get(0);
        String otherText = joined(right, List.of()).get(0);
        if (text.length() == 1 || otherText.length() == 1) {
            return text.charAt(0) == otherText.charAt(0) ? Part.similar(0.8) : Part.contradicts(0);
        }
        if (PersonNames.isSwapped(text, otherText)) {
            return Part.agrees(0.95);
        }
        return PersonNames.isMistypedFamily(text, otherText) || PersonNames.isDeclined(text, otherText)
                ? Part.similar(0.88)
                : Part.contradicts(0.2);
    }

    private static Part obstacle(List<Word> one, List<Word> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Part.MISSING;
        }
        return Texts.isComparable(raw(one), raw(other)) ? null : Part.NOT_COMPARABLE;
    }

    private static boolean isSame(List<Word> one, List<Word> other) {
        List<String> others = joined(other, List.of());
        return joined(one, List.of()).stream().anyMatch(others::contains);
    }

    private static boolean holds(List<Word> longer, List<Word> shorter) {
        return shorter.stream()
                .allMatch(word -> word.text().length() > 1
                        && longer.stream()
                                .anyMatch(other -> other.spellings.stream().anyMatch(word.spellings::contains)));
    }

    private static List<Word> withoutParticles(List<Word> words) {
        List<Word> names = words.stream().filter(word -> !word.isParticle()).toList();
        return names.isEmpty() ? words : names;
    }

    private static String raw(List<Word> words) {
        return words.stream().map(Word::raw).collect(Collectors.joining());
    }

    /** All letters, as they stand and with umlauts spelled out. */
    private static List<String> joined(List<Word> one, List<Word> other) {
        String raw = Stream.concat(one.stream(), other.stream()).map(Word::raw).collect(Collectors.joining(" "));
        return Texts.spellings(raw).stream()
                .map(text -> text.replace(" ", ""))
                .sorted()
                .toList();
    }

    /** The words of a text, while titles and the like are taken from its ends. */
    private static final class Text {
        private final List<Word> words = new ArrayList<>();
        private final List<Word> aliases = new ArrayList<>();
        private int generation;
        /** How many of the words, from the first, are the family name; 0 if that is not known. */
        private int familyWords;

        Text(List<Word> words, List<Word> aliases) {
            this.words.addAll(words);
            this.aliases.addAll(aliases);
        }

        Text(String text) {
            if (text == null) {
                return;
            }
            String rest = alias(BORN, alias(ALIAS, Texts.clean(text)));
            List<String> segments = new ArrayList<>(Arrays.stream(rest.split("[,;|/،，、]"))
                    .filter(segment -> !Texts.fold(segment).isEmpty())
                    .toList());
            while (segments.size() > 1 && isAfterName(segments.get(segments.size() - 1))) {
                segments.remove(segments.size() - 1);
            }
            if (!segments.isEmpty()) {
                words.addAll(words(segments.get(0)));
            }
            if (segments.size() > 1) {
                trimEnd(0);
                familyWords = words.size();
                words.addAll(words(segments.get(1)));
            }
        }

        int size() {
            return words.size();
        }

        /** Takes titles from the front, as long as a name is left; some words are titles only before a whole name. */
        void trimStart(int others) {
            boolean isBehindTitle = false;
            while (!words.isEmpty() && words.size() + others > 1) {
                Word word = words.get(0);
                boolean isTitle = isTitle(word, words.size() - 1 + others)
                        || (isBehindTitle && word.is(BEHIND_TITLES) && words.size() + others > 1);
                if (!isTitle) {
                    break;
                }
                isBehindTitle = true;
                words.remove(0);
            }
        }

        private static boolean isTitle(Word word, int left) {
            return word.is(TITLES) || (left > 1 && word.is(PERHAPS_TITLES) && !isTwoInitials(word) && !word.isDotted);
        }

        /** Takes degrees and the generation from the end, and says which generation: 0 if none. */
        int trimEnd(int others) {
            while (!words.isEmpty() && words.size() + others > 1) {
                Word word = words.get(words.size() - 1);
                int left = words.size() - 1 + others;
                Integer found = generation(word, left);
                if (found != null) {
                    generation = found;
                } else if (!isDegree(word, left)) {
                    break;
                }
                words.remove(words.size() - 1);
            }
            return generation;
        }

        private static Integer generation(Word word, int left) {
            if (word.isDotted && word.text().length() > 2 || isDottedInitials(word)) {
                return null;
            }
            return GENERATIONS.getOrDefault(word.text(), left > 1 ? PERHAPS_GENERATIONS.get(word.text()) : null);
        }

        /** {@code J.R.}, and not {@code Jr.} */
        private static boolean isDottedInitials(Word word) {
            return word.raw.matches("(?:\\p{L}\\.){2,}|(?:\\p{L}\\.)+\\p{L}");
        }

        private static boolean isDegree(Word word, int left) {
            return word.is(DEGREES) || (left > 1 && word.is(PERHAPS_DEGREES) && (word.isShouted() || word.isDotted));
        }

        /** Behind a comma: degrees and generations, and no given names. */
        private boolean isAfterName(String segment) {
            List<Word> after = words(segment);
            for (Word word : after) {
                Integer found = GENERATIONS.get(word.text());
                if (found != null && !isDottedInitials(word)) {
                    generation = found;
                } else if (!word.is(DEGREES) && !word.is(PERHAPS_DEGREES)) {
                    return false;
                }
            }
            return true;
        }

        private String alias(Pattern pattern, String text) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String found =
                        matcher.groupCount() > 1 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                // pronouns have a slash, degrees are no names
                if (!found.contains("/")) {
                    words(found).stream()
                            .filter(word -> !word.is(DEGREES)
                                    && !word.is(PARTICLES)
                                    && word.text().length() > 1)
                            .forEach(aliases::add);
                }
            }
            return matcher.replaceAll(" ");
        }

        private static List<Word> words(String text) {
            List<Word> words = new ArrayList<>();
            for (String token : text.split("\\s+")) {
                if (DOTTED.matcher(token).matches()) {
                    words.addAll(dotted(token));
                } else {
                    boolean isFirst = true;
                    for (String part : token.split("[-‐‑–]")) {
                        isFirst = !add(words, part, false, !isFirst) && isFirst;
                    }
                }
            }
            return words;
        }

        /** {@code Dr.med.} is two words, {@code Ph.D.} and {@code J.R.} are one. */
        private static List<Word> dotted(String token) {
            List<Word> words = new ArrayList<>();
            String[] parts = token.split("\\.");
            String joined = Texts.fold(String.join("", parts));
            boolean isOne = DEGREES.contains(joined)
                    || PERHAPS_DEGREES.contains(joined)
                    || Arrays.stream(parts).allMatch(part -> part.length() == 1);
            if (isOne && parts.length > 1) {
                words.add(new Word(token, Set.of(joined), true, false));
            } else {
                for (String part : parts) {
                    add(words, part, parts.length == 1 && part.length() == 1, false);
                }
            }
            return words;
        }

        private static boolean add(List<Word> words, String part, boolean isDotted, boolean isCompound) {
            Set<String> spellings = new HashSet<>();
            Texts.spellings(part).forEach(text -> spellings.add(text.replace(" ", "")));
            spellings.remove("");
            if (!spellings.isEmpty()) {
                words.add(new Word(part, Set.copyOf(spellings), isDotted, isCompound));
            }
            return !spellings.isEmpty();
        }
    }
}
