/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How much two names of people are alike. */
public final class PersonNames {
    /** Names that are used for each other; each line starts with the one on the birth certificate. */
    private static final String[] NICKNAMES = {
        "alexander alex sasha xander lex",
        "alexandra alex sandra sasha lexi",
        "abigail abby gail",
        "andrew andy drew",
        "anthony tony",
        "antonio tony toni",
        "benjamin ben benny",
        "catherine cathy kate katie cat",
        "katherine kate kathy katie kat kathryn",
        "charles charlie chuck chas",
        "christina chris tina christine",
        "christopher chris topher kit",
        "cynthia cindy",
        "daniel dan danny",
        "david dave davey",
        "deborah deb debbie",
        "dominic dom",
        "donald don donny",
        "dorothy dot dottie",
        "douglas doug",
        "edward ed eddie ted ned",
        "edwin ed",
        "elizabeth liz beth betty eliza lizzie betsy libby",
        "emily em",
        "eugene gene",
        "francis frank fran",
        "frances fran",
        "franklin frank",
        "frederick fred freddie",
        "gabriel gabe",
        "gerald gerry jerry",
        "geoffrey geoff jeff",
        "jeffrey jeff",
        "gregory greg",
        "harold harry hal",
        "henry harry hank",
        "isabella bella izzy isabel",
        "jacob jake",
        "jacqueline jackie",
        "james jim jimmy jamie",
        "janet jan",
        "jennifer jen jenny",
        "jessica jess jessie",
        "jonathan jon jonny",
        "john johnny jack jon",
        "joseph joe joey",
        "joshua josh",
        "judith judy",
        "kenneth ken kenny",
        "kimberly kim",
        "lawrence larry laurie",
        "leonard leo len",
        "leonardo leo",
        "louis lou louie",
        "margaret maggie meg peggy marge greta",
        "martin marty",
        "matthew matt",
        "matthias matt matze",
        "maximilian max",
        "michael mike mick mickey mikey",
        "mitchell mitch",
        "nathaniel nate nat",
        "nathan nate nat",
        "nicholas nick nicky",
        "nicole nicky nikki",
        "oliver ollie",
        "pamela pam",
        "patricia pat patty trish tricia",
        "patrick pat paddy",
        "peter pete",
        "philip phil",
        "rachel rach",
        "raymond ray",
        "rebecca becky becca",
        "richard rick rich dick ricky",
        "robert rob bob bobby robbie",
        "roberto rob beto",
        "ronald ron ronnie",
        "russell russ",
        "samantha sam",
        "samuel sam sammy",
        "sebastian seb basti",
        "stephanie steph",
        "stephen steve stevie",
        "steven steve stevie",
        "stefan steffen",
        "susan sue susie suzie",
        "suzanne sue",
        "theodore ted theo teddy",
        "thomas tom tommy",
        "timothy tim timmy",
        "valerie val",
        "victor vic",
        "victoria vicky tori",
        "vincent vince vinny",
        "walter walt wally",
        "wilhelm willi",
        "william will bill billy willy liam",
        "zachary zach zack",
        "francisco paco pancho",
        "jose pepe",
        "giuseppe beppe",
        "johannes hans hannes",
        "aleksandr sasha",
        "dmitri dima",
        "vladimir vlad",
        "ekaterina katya",
        "muhammad mohammed mohammad mohamed muhammed mohamad mehmet md",
        "ahmad ahmed ahmet",
        "youssef yusuf yousef yosef"
    };

    /** Spellings of one name that differ in sound by nothing; in this order. */
    private static final String[][] VARIANTS = {
        {"^chr", "kr"},
        {"ph", "f"},
        {"th", "t"},
        {"gh", "g"},
        {"rh", "r"},
        {"hn", "n"},
        {"(?<=[aeiou])h$", ""},
        {"ck", "k"},
        {"c(?=[aoulrkt]|$)", "k"},
        {"qu", "k"},
        {"z", "s"},
        {"(?:ie|ey)$", "y"},
        {"y(?!$)", "i"},
        // the one double letter that tells a Daniel from a Danielle
        {"elle$", "e1e"},
        {"(.)\\1+", "$1"}
    };

    /** A woman's has an a behind it. */
    private static final Pattern DECLINED_WITH_A = Pattern.compile(".*(?:ov|ev|in|yn|ин|ов|ев)");

    private static final Pattern DECLINED_LIKE_ADJECTIVES = Pattern.compile(".*(?:sk|ck|dzk)[iya]");

    private static final Pattern LATIN = Pattern.compile("[a-z]+");
    private static final Map<String, Set<Integer>> GROUPS = groups();

    private PersonNames() {}

    /**
     * From 0 (another name) to 1 (the same): accents, order, initials, nicknames and titles taken into account; 0 for names in
     * different scripts, which cannot be compared.
     */
    public static double likeness(String one, String other) {
        return PersonName.of(one).compare(PersonName.of(other)).likeness();
    }

    /** Whether two given names are used for each other: nicknames, and spellings of one name. */
    static boolean isSameGiven(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(name -> other.stream()
                .anyMatch(second -> areNicknames(name, second) || variant(name).equals(variant(second))));
    }

    /** Whether the letter begins a name that is used for the other. */
    static boolean isInitialOfNickname(String one, String other) {
        String letter = one.length() < other.length() ? one : other;
        String name = one.length() < other.length() ? other : one;
        return letter.length() == 1
                && GROUPS.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().startsWith(letter) && areNicknames(entry.getKey(), name));
    }

    /** One letter wrong in the middle of a longer name, or two swapped: at the end it would be another name. */
    static boolean isMistypedGiven(String one, String other) {
        if (!areLatin(one, other) || Math.min(one.length(), other.length()) < 5) {
            return false;
        }
        boolean sameEnd = one.charAt(one.length() - 1) == other.charAt(other.length() - 1)
                && one.charAt(one.length() - 2) == other.charAt(other.length() - 2);
        return isSwapped(one, other)
                || (sameEnd
                        && Math.min(one.length(), other.length()) >= 6
                        && one.charAt(0) == other.charAt(0)
                        && isOneEdit(one, other));
    }

    static boolean isMistypedFamily(String one, String other) {
        return areLatin(one, other)
                && Math.min(one.length(), other.length()) >= 5
                && one.charAt(0) == other.charAt(0)
                && (isOneEdit(one, other) || isSwappedAtEnd(one, other));
    }

    private static boolean isSwappedAtEnd(String one, String other) {
        int end = one.length() - 2;
        return one.length() == other.length()
                && one.substring(0, end).equals(other.substring(0, end))
                && one.charAt(end) == other.charAt(end + 1)
                && one.charAt(end + 1) == other.charAt(end);
    }

    /** Two neighbours swapped, the last letter not among them. */
    static boolean isSwapped(String one, String other) {
        if (!areLatin(one, other) || one.length() != other.length() || one.length() < 5) {
            return false;
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at + 2 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** Family names that tell a man from a woman: Novák and Nováková, Kowalski and Kowalska. */
    static boolean isDeclined(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        return shorter.length() >= 4
                && (longer.equals(shorter + "ova")
                        || (DECLINED_WITH_A.matcher(shorter).matches()
                                && (longer.equals(shorter + "a") || longer.equals(shorter + "а")))
                        || (DECLINED_LIKE_ADJECTIVES.matcher(shorter).matches()
                                && longer.length() == shorter.length()
                                && longer.regionMatches(0, shorter, 0, shorter.length() - 1)));
    }

    private static boolean isOneEdit(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        if (longer.length() - shorter.length() > 1 || longer.equals(shorter)) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        int skipped = longer.length() == shorter.length() ? at + 1 : at;
        return longer.substring(at + 1).equals(shorter.substring(Math.min(skipped, shorter.length())));
    }

    private static boolean areLatin(String one, String other) {
        return LATIN.matcher(one).matches() && LATIN.matcher(other).matches();
    }

    private static String variant(String name) {
        String variant = name;
        for (String[] rule : VARIANTS) {
            variant = variant.replaceAll(rule[0], rule[1]);
        }
        return variant;
    }

    private static boolean areNicknames(String one, String other) {
        Set<Integer> shared = new HashSet<>(GROUPS.getOrDefault(one, Set.of()));
        shared.retainAll(GROUPS.getOrDefault(other, Set.of()));
        return !shared.isEmpty();
    }

    private static Map<String, Set<Integer>> groups() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        for (int line = 0; line < NICKNAMES.length; line++) {
            for (String name : NICKNAMES[line].split(" ")) {
                groups.computeIfAbsent(name, unused -> new HashSet<>()).add(line);
            }
        }
        return groups;
    }
}
