/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How much two names of companies are alike. */
public final class CompanyNames {
    /** From here on two names are one name in two spellings. */
    public static final double SAME = 0.9;

    private static final Set<String> LEGAL_FORMS = TextResource.words("legal-forms.txt");

    /** Written without spaces before or behind the name. */
    private static final List<String> JOINED_FORMS = LEGAL_FORMS.stream()
            .filter(form -> form.codePoints().anyMatch(Character::isIdeographic)
                    || form.codePoints().anyMatch(CompanyNames::isHangul))
            .sorted((one, other) -> other.length() - one.length())
            .toList();

    private static final Set<List<String>> FORMS = LEGAL_FORMS.stream()
            .flatMap(form -> Texts.spellings(form).stream())
            .filter(form -> !form.isEmpty())
            .map(form -> List.of(form.split(" ")))
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_FORM =
            FORMS.stream().mapToInt(List::size).max().orElse(1);

    /** The forms that stand in front: ООО Ромашка, PT Acme. */
    private static final Set<String> IN_FRONT = Set.of(
            "the", "ооо", "оао", "зао", "пао", "ао", "ип", "тоо", "тов", "ooo", "oao", "zao", "pao", "tov", "pt", "cv",
            "ud", "firma");

    private static final Set<String> CONNECTORS = Set.of("and", "und", "et", "y", "e", "og", "och", "en", "i", "ja");

    /** Each line is one word to us. */
    private static final String[] ABBREVIATIONS = {
        "tech technology technologies technologie technologien tecnologia tecnologias",
        "intl international internationale internacional internazionale",
        "mfg manufacturing manufacturers manufacturer",
        "mgmt management mgt",
        "svc svcs service services",
        "sys system systems",
        "soln solns solution solutions",
        "dept department",
        "natl national",
        "bros brothers",
        "assn association",
        "assoc assocs associates",
        "univ university universitat universite universidad universita",
        "inst institute institut instituto",
        "ctr center centre",
        "eng engineering engrg",
        "comms communication communications",
        "pharma pharmaceutical pharmaceuticals",
        "lab labs laboratory laboratories",
        "hosp hospital hospitals",
        "ins insurance",
        "mktg marketing",
        "dev development",
        "dist distribution distributors",
        "ent enterprise enterprises",
        "ind inds industry industries industrial",
        "med medical",
        "prod prods product products",
        "prop props property properties",
        "st saint sankt",
        "mt mount",
        "ft fort",
        "chem chemical chemicals",
        "constr construction",
        "transp transport transportation",
        "telecom telecoms telecommunication telecommunications",
        "info information",
        "govt government",
        "edu education",
        "elec electric",
        "fin finance financial"
    };

    private static final Map<String, String> LONG_FORMS = longForms();

    /** Parts of the world, beside countries, that name a branch. */
    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("usa", "US"),
            Map.entry("us", "US"),
            Map.entry("uk", "GB"),
            Map.entry("uae", "AE"),
            Map.entry("america", "US"),
            Map.entry("north america", "NA-"),
            Map.entry("latin america", "LA-"),
            Map.entry("americas", "AM-"),
            Map.entry("europe", "EU-"),
            Map.entry("europa", "EU-"),
            Map.entry("emea", "EMEA-"),
            Map.entry("apac", "APAC-"),
            Map.entry("asia", "AS-"),
            Map.entry("asia pacific", "APAC-"),
            Map.entry("dach", "DACH-"),
            Map.entry("nordic", "ND-"),
            Map.entry("nordics", "ND-"),
            Map.entry("benelux", "BX-"),
            Map.entry("middle east", "ME-"),
            Map.entry("global", "W-"),
            Map.entry("worldwide", "W-"));

    /** Words that name no company without what follows: Air France is no branch of Air. */
    private static final Set<String> KINDS = Set.of(
            "air",
            "bank",
            "banco",
            "banque",
            "banca",
            "radio",
            "telecom",
            "post",
            "university",
            "univ",
            "institute",
            "inst",
            "national",
            "natl",
            "royal",
            "central",
            "first",
            "federal",
            "united",
            "general",
            "state",
            "insurance",
            "ins",
            "rail",
            "club",
            "of",
            "de",
            "for",
            "in",
            "made",
            "team",
            "invest",
            "visit",
            "amnesty",
            "ministry",
            "embassy",
            "chamber",
            "new",
            "north",
            "south",
            "great");

    private static final Pattern WEB_ENDING = Pattern.compile(
            "(?<=[\\p{L}\\p{N}])\\.(?:com|net|org|io|ai|co|biz|app|dev|de|eu|cloud|tech|online|shop|me|tv|fm|ly|us|uk|fr|it|es|nl|ch|at)(?=$|[\\s,)])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");
    private static final Pattern ALSO = Pattern.compile(
            "\\s(?:d/?b/?a|t/a|a/?k/?a|formerly|fka|f/k/a|trading as|doing business as|also known as|ehemals|vormals)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private CompanyNames() {}

    /**
     * From 0 (another company, or one in another script) to 1 (the same), without legal forms: {@link #SAME} and more for
     * spellings, abbreviations and branches of one name; less for a name that only begins like the other.
     */
    public static double likeness(String one, String other) {
        double best = 0;
        for (Name left : names(one)) {
            for (Name right : names(other)) {
                best = Math.max(best, likeness(left, right));
            }
        }
        return best;
    }

    /** Whether the two names can be compared: some part of them is in one script. */
    public static boolean isComparable(String one, String other) {
        return names(one).stream().anyMatch(left -> names(other).stream()
                .anyMatch(right -> Texts.isComparable(left.joined(), right.joined())));
    }

    /** Whether a name is what a domain's label says, such as {@code Blue Sky Ltd} and {@code bluesky}. */
    public static boolean isLabel(String name, String label) {
        Set<String> labels = Texts.spellings(label).stream()
                .map(text -> text.replace(" ", ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        boolean isWhole = Texts.spellings(name).stream()
                .map(text -> text.replace(" ", ""))
                .anyMatch(labels::contains);
        return isWhole
                || names(name).stream()
                        .anyMatch(words -> labels.contains(words.joined())
                                || labels.stream().anyMatch(text -> words.isAcronym(text)));
    }

    private static double likeness(Name one, Name other) {
        if (!Texts.isComparable(one.joined(), other.joined())) {
            return 0;
        }
        if (!one.digits().equals(other.digits())) {
            return one.joined().equals(other.joined()) ? 1 : 0.3;
        }
        boolean isSame = one.joined().equals(other.joined());
        if (isSame || one.shortened().equals(other.shortened())) {
            double words = isSame ? 1 : 0.97;
            if (one.region == null || other.region == null) {
                return one.region == null && other.region == null ? words : Math.min(words, 0.93);
            }
            // two branches are two companies
            return one.region.equals(other.region) ? words : 0.6;
        }
        if (one.isAcronym(other) || other.isAcronym(one)) {
            return SAME;
        }
        if (one.isOneLetterOff(other)) {
            return 0.88;
        }
        // Apple and Apple Bank: much of the one, and another company
        return one.words.containsAll(other.words) || other.words.containsAll(one.words)
                ? 0.6
                : 0.5 * LIKENESS.apply(one.joined(), other.joined());
    }

    /** The names that a text holds: as it stands, with umlauts spelled out, and what stands in brackets or behind "dba". */
    private static Set<Name> names(String text) {
        String plain = Normalizer.normalize(Texts.clean(text), Normalizer.Form.NFKC);
        for (String form : JOINED_FORMS) {
            plain = plain.replace(form, " ");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (String part : ALSO.split(" " + plain + " ")) {
            texts.add(BRACKETS.matcher(part).replaceAll(" "));
            Matcher brackets = BRACKETS.matcher(part);
            while (brackets.find()) {
                texts.add(BRACKETS.matcher(part).replaceAll(" ") + " " + brackets.group(1));
                if (brackets.group(1).length() > 1
                        && region(List.of(Texts.fold(brackets.group(1)))).isEmpty()) {
                    texts.add(brackets.group(1));
                }
            }
        }
        Set<Name> names = texts.stream()
                .flatMap(one -> Stream.of(one, Texts.spelledOut(one)))
                .map(CompanyNames::name)
                .filter(name -> !name.words.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty() ? Set.of(name(text)) : names;
    }

    private static Name name(String text) {
        String spaced = WEB_ENDING
                .matcher(text)
                .replaceAll("")
                .replaceAll("(?<=\\p{L})\\.", "")
                .replaceAll("[&+]", " and ");
        List<String> all = Arrays.stream(Texts.fold(spaced).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> words = withoutForms(all);
        Optional<Region> region = branch(words);
        List<String> rest =
                region.isPresent() ? withoutForms(words.subList(0, words.size() - region.get().words)) : words;
        return new Name(rest, region.map(Region::code).orElse(null));
    }

    /** The words without legal forms, unless nothing else is there. */
    private static List<String> withoutForms(List<String> all) {
        List<String> words = new ArrayList<>(all);
        while (words.size() > 1 && IN_FRONT.contains(words.get(0))) {
            words.remove(0);
        }
        boolean found = true;
        boolean any = false;
        while (found) {
            found = false;
            for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0 && !found; length--) {
                List<String> end = words.subList(words.size() - length, words.size());
                // "& Co."; a single letter may be an initial
                boolean isConnector = length == 1
                        && CONNECTORS.contains(end.get(0))
                        && (any || end.get(0).length() > 1);
                if (FORMS.contains(end) || isConnector) {
                    end.clear();
                    found = true;
                    any = true;
                }
            }
        }
        return words;
    }

    /** @param words how many words at the end name it */
    private record Region(String code, int words) {}

    private static Optional<Region> branch(List<String> words) {
        for (int length = Math.min(3, words.size() - 1); length > 0; length--) {
            List<String> rest = words.subList(0, words.size() - length);
            boolean isName = !KINDS.contains(rest.get(rest.size() - 1)) && !KINDS.containsAll(rest);
            Optional<String> code = region(words.subList(words.size() - length, words.size()));
            if (isName && code.isPresent()) {
                return Optional.of(new Region(code.get(), length));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> region(List<String> words) {
        String text = String.join(" ", words);
        return Optional.ofNullable(REGIONS.get(text))
                .or(() -> text.length() < 4 ? Optional.empty() : Countries.code(text));
    }

    private static boolean isHangul(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
    }

    private static Map<String, String> longForms() {
        Map<String, String> forms = new HashMap<>();
        for (String line : ABBREVIATIONS) {
            String[] words = line.split(" ");
            for (String word : words) {
                forms.put(word, words[0]);
            }
        }
        return Map.copyOf(forms);
    }

    /**
     * A name in words.
     *
     * @param region the branch, as a country's code or a word of ours; null if none is named
     */
    private record Name(List<String> words, String region) {
        String joined() {
            return String.join("", names());
        }

        /** Without connectors, which stand between words. */
        List<String> names() {
            return IntStream.range(0, words.size())
                    .filter(at -> at == 0 || at == words.size() - 1 || !CONNECTORS.contains(words.get(at)))
                    .mapToObj(words::get)
                    .toList();
        }

        /** With long words shortened, and without the s of the plural. */
        String shortened() {
            return names().stream()
                    .map(word -> LONG_FORMS.getOrDefault(
                            word,
                            word.length() > 4 && word.endsWith("s") && !word.endsWith("ss")
                                    ? word.substring(0, word.length() - 1)
                                    : word))
                    .collect(Collectors.joining());
        }

        /** Acme 1 and Acme 2 are two companies. */
        String digits() {
            return joined().replaceAll("\\D+", " ").strip();
        }

        boolean isAcronym(Name longer) {
            List<String> letters = names();
            boolean isSpelled = words.size() == 1 || letters.stream().allMatch(word -> word.length() == 1);
            return isSpelled && longer.isAcronym(String.join("", letters));
        }

        /** Three first letters, or two with an "and" between them: EY. */
        boolean isAcronym(String letters) {
            List<String> names = names();
            boolean isJoint = names.size() == 2 && words.size() == 3 && CONNECTORS.contains(words.get(1));
            List<String> main = names.stream()
                    .filter(word -> !word.equals("of") && !word.equals("for"))
                    .toList();
            return (names.size() >= 3 || isJoint)
                    && (letters.equals(initials(names)) || letters.equals(initials(main)))
                    && letters.length() > 1;
        }

        private static String initials(List<String> words) {
            return words.stream()
                    .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                    .collect(Collectors.joining());
        }

        boolean isOneLetterOff(Name other) {
            return Math.min(joined().length(), other.joined().length()) >= 6
                    && PersonNames.isMistypedFamily(joined(), other.joined());
        }
    }
}
