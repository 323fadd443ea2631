/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How much two names of people are alike. */
public final class PersonNames {
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "jr", "sr", "ii", "iii", "iv", "phd", "mba",
            "md", "cpa", "esq", "msc", "bsc", "ing", "dipl");

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
        "ekaterina katya"
    };

    private static final Map<String, Set<Integer>> GROUPS = groups();
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private PersonNames() {}

    /** From 0 (another name) to 1 (the same): accents, order, initials, nicknames and titles taken into account. */
    public static double likeness(String one, String other) {
        List<String> left = words(one);
        List<String> right = words(other);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        if (String.join("", left).equals(String.join("", right))) {
            return 1;
        }
        if (left.size() == 1 || right.size() == 1) {
            return single(left, right);
        }
        double inOrder = parts(left.get(0), last(left), right.get(0), last(right), left, right);
        double swapped = parts(left.get(0), last(left), last(right), right.get(0), left, right);
        return Math.max(inOrder, 0.95 * swapped);
    }

    private static double parts(
            String first, String last, String otherFirst, String otherLast, List<String> left, List<String> right) {
        double lasts = family(last, otherLast);
        // double names: one side may have dropped a half
        if (lasts < 0.9
                && (right.subList(1, right.size()).contains(last)
                        || left.subList(1, left.size()).contains(otherLast))) {
            lasts = 0.9;
        }
        return 0.4 * given(first, otherFirst) + 0.6 * lasts;
    }

    private static double single(List<String> left, List<String> right) {
        List<String> longer = left.size() > right.size() ? left : right;
        String word = left.size() > right.size() ? right.get(0) : left.get(0);
        // a name of one word can tell little of a name of two
        double best =
                longer.stream().mapToDouble(part -> family(word, part)).max().orElse(0);
        return longer.size() == 1 ? best : 0.6 * best;
    }

    private static double given(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (areNicknames(one, other)) {
            return 0.95;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? 0.8 : 0;
        }
        return family(one, other);
    }

    private static double family(String one, String other) {
        double likeness = LIKENESS.apply(one, other);
        // below this they are words that happen to share letters
        return likeness >= 0.88 ? likeness : likeness * 0.4;
    }

    private static boolean areNicknames(String one, String other) {
        Set<Integer> shared = new HashSet<>(GROUPS.getOrDefault(one, Set.of()));
        shared.retainAll(GROUPS.getOrDefault(other, Set.of()));
        return !shared.isEmpty();
    }

    private static List<String> words(String name) {
        List<String> words = Arrays.stream(Texts.fold(name).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> plain =
                words.stream().filter(word -> !TITLES.contains(word)).toList();
        return plain.isEmpty() ? words : plain;
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
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
