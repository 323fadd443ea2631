/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A telephone line.
 *
 * @param countryCode what is dialled for the country; 0 if it is not known
 * @param national the digits behind it, without a leading zero
 * @param valid whether a line of today's numbering plan can have this number
 * @param text as it is written into a record: E.164, with the extension behind it
 */
record Line(int countryCode, String national, boolean valid, String text) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final int MAX_LENGTH = 100;

    /** As many digits as the number of a line has at least, where its area is left out. */
    private static final int TAIL = 7;

    /** Shorter ones hold no country code, area and line. */
    private static final int MIN_WITH_COUNTRY_CODE = 11;

    /**
     * A plus and 15 digits, as ITU-T E.164 has it. The library takes longer ones for German numbers, and so two numbers that were
     * pasted into one field for one.
     */
    private static final int LONGEST = 16;

    private static final Pattern DIGITS = Pattern.compile("\\D+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern REMARK = Pattern.compile("[(\\[][^()\\[\\]\\d]*[)\\]]");

    /** Words that the library does not know for an extension, or takes for letters on a keypad. */
    private static final Pattern EXTENSION = Pattern.compile(
            "[\\s,;./(-]*(?:ext(?:ension|ensi[oó]n|n)?|extens[aã]o|xtn?|x|#|poste|post|durchwahl|dw|nebenstelle|apparat|app|ap|klappe"
                    + "|kl|interne|interno|int|anexo|anx|ramal|toestel|tst|linka|wewn|wew|w|mellék|доб|вн|内線|분기|내선|转|轉|分机|分機|inwendig"
                    + "|anknytning|ankn|lokal|local|loc|dahili|dah)[\\s.:=#№o]*(\\d{1,7})\\s*[)\\]]?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}\\p{M}.:'’]*");
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(\\s*0\\s*\\)");
    private static final Pattern SEVERAL =
            Pattern.compile("[;/|\\n\\r]+|,\\s+|\\s+(?:or|oder|ou|and|und|et|o|y|e)\\s+");
    private static final Pattern ONE_DIGIT = Pattern.compile("(\\d)\\1*");

    /** Kept free for films, examples and tests; the library counts only what can be connected. */
    private static final Pattern FICTION =
            Pattern.compile("\\+(?:44(?:7700900|1632960)\\d{3}|3363998\\d{4}|3532091\\d{5})");

    /** Country code, number of the former plan, number of today's: Mexico's 1 to mobiles, Benin's 01, Brazil's ninth digit. */
    private static final String[][] FORMER_PLANS = {
        {"52", "^1(\\d{10})$", "$1"}, {"229", "^(\\d{8})$", "01$1"}, {"55", "^(\\d{2})([6-9]\\d{7})$", "$19$2"}
    };

    /** Lines that changed the country code with their country: Kosovo's, South Sudan's, Sint Maarten's, Kazakhstan's. */
    private static final List<Set<Integer>> MOVED = List.of(
            Set.of(383, 377), Set.of(383, 381), Set.of(383, 386), Set.of(211, 249), Set.of(1, 599), Set.of(7, 997));

    /**
     * The line if the text is its valid number; empty for what is none, or only within an area.
     *
     * @param region the country, two letters, where a number is dialled that does not name its country; null if that is not
     *     known: then only what names it is read
     */
    static Optional<Line> read(String text, String region) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return one(text, region).or(() -> {
            String[] parts = SEVERAL.split(text);
            return parts.length < 2
                    ? Optional.empty()
                    : Stream.of(parts)
                            .flatMap(part -> one(part, region).stream())
                            .findFirst();
        });
    }

    /**
     * The lines that a text may mean, valid or not: also a number of a former plan, or one without its area or of another
     * country than thought. None for what has too few digits to tell a line by.
     */
    static List<Line> meanings(String text, String region) {
        if (text == null) {
            return List.of();
        }
        String plain = plain(text).replaceFirst("(?i)(?: ext\\. |;ext=)\\d+$", "");
        String start = plain.replaceFirst("^[^\\d+]*(?:00|011)(?=[1-9])", "+").replaceFirst("^[^\\d+]+", "");
        boolean international = start.startsWith("+");
        Stream<Line> placed = read(text, region)
                .or(() -> parsed(start, international ? null : region).map(number -> of(number, false)))
                .stream();
        String digits = DIGITS.matcher(plain).replaceAll("").replaceFirst("^0+", "");
        Stream<Line> anywhere = international ? Stream.empty() : Stream.of(new Line(0, digits, false, digits));
        return Stream.concat(placed, anywhere)
                .filter(line -> line.national.length() >= TAIL)
                .toList();
    }

    /**
     * Whether both are the same line, whatever the extension. Numbers of different length, or of which one is of no plan of
     * today, are compared by their ends: countries lengthen numbers at the front or behind the area.
     */
    boolean isSame(Line other) {
        if (countryCode == 0 || other.countryCode == 0) {
            int shorter = Math.min(digits().length(), other.digits().length());
            return shorter >= TAIL && tail(digits(), other.digits()) == shorter;
        }
        if (countryCode != other.countryCode) {
            return MOVED.contains(Set.of(countryCode, other.countryCode)) && tail(national, other.national) >= TAIL;
        }
        if (national.equals(other.national)) {
            return true;
        }
        int tail = tail(national, other.national);
        if (tail < TAIL || (valid && other.valid && national.length() == other.national.length())) {
            return false;
        }
        String head = national.substring(0, national.length() - tail);
        String otherHead = other.national.substring(0, other.national.length() - tail);
        return !valid || !other.valid || head.startsWith(otherHead) || otherHead.startsWith(head);
    }

    private String digits() {
        return countryCode == 0 ? national : countryCode + national;
    }

    private static int tail(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    private static Optional<Line> one(String text, String region) {
        String plain = plain(text);
        return Stream.of(plain, TRUNK_ZERO.matcher(plain).replaceAll(" "))
                .distinct()
                .flatMap(spelling -> readings(spelling, region))
                .findFirst();
    }

    /** The valid readings, the likeliest first. */
    private static Stream<Line> readings(String text, String region) {
        String start = text.replaceFirst("^[^\\d+]+", "");
        if (start.startsWith("+")) {
            return valid(start, null);
        }
        String digits = DIGITS.matcher(start.replaceFirst(" ext\\. \\d+$", "")).replaceAll("");
        Stream<Line> national = valid(start, region);
        if (digits.startsWith("00")) {
            // from most countries this leads abroad, and nowhere to a line of the country
            return Stream.concat(valid(start.replaceFirst("0\\D*0", "+"), null), national);
        }
        if (digits.startsWith("011")) {
            return Stream.concat(national, valid(start.replaceFirst("0\\D*1\\D*1", "+"), null));
        }
        int countryCode = region == null ? 0 : NUMBERS.getCountryCodeForRegion(region);
        if (countryCode == 0 || digits.length() < MIN_WITH_COUNTRY_CODE || digits.startsWith("0")) {
            return national;
        }
        Stream<Line> withCountryCode = valid("+" + start, null);
        // plans with numbers of any length have room for both readings: who leaves out the plus keeps the zero of an
        // area
        return digits.startsWith(Integer.toString(countryCode))
                ? Stream.concat(withCountryCode, national)
                : Stream.concat(national, withCountryCode);
    }

    private static Stream<Line> valid(String text, String region) {
        return parsed(text, region)
                .map(Line::ofToday)
                .filter(Line::isValid)
                .map(number -> of(number, true))
                // typed by those who have none
                .filter(line -> !ONE_DIGIT.matcher(line.national).matches())
                .stream();
    }

    private static boolean isValid(PhoneNumber number) {
        String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
        return e164.length() <= LONGEST
                && (NUMBERS.isValidNumber(number) || FICTION.matcher(e164).matches());
    }

    /** A number of a former plan as it is dialled today, where the digits alone tell. */
    private static PhoneNumber ofToday(PhoneNumber number) {
        if (!isValid(number)) {
            String national = Long.toString(number.getNationalNumber());
            for (String[] plan : FORMER_PLANS) {
                String today = national.replaceFirst(plan[1], plan[2]);
                if (plan[0].equals(Integer.toString(number.getCountryCode())) && !today.equals(national)) {
                    return new PhoneNumber()
                            .mergeFrom(number)
                            .setNationalNumber(Long.parseLong(today))
                            .setItalianLeadingZero(today.startsWith("0"));
                }
            }
        }
        return number;
    }

    private static Optional<PhoneNumber> parsed(String text, String region) {
        try {
            return Optional.of(NUMBERS.parse(text, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static Line of(PhoneNumber number, boolean valid) {
        String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
        return new Line(
                number.getCountryCode(),
                Long.toString(number.getNationalNumber()),
                valid,
                number.hasExtension() ? e164 + " ext. " + number.getExtension() : e164);
    }

    /** Digits and signs, and the extension as the library knows it; words beside a number would be taken for its keys. */
    private static String plain(String text) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        plain = REMARK.matcher(plain).replaceAll(" ").strip();
        String extension = "";
        Matcher matcher = EXTENSION.matcher(plain);
        if (matcher.find()
                && DIGITS.matcher(plain.substring(0, matcher.start()))
                                .replaceAll("")
                                .length()
                        >= TAIL) {
            extension = " ext. " + matcher.group(1);
            plain = plain.substring(0, matcher.start());
        }
        if (DIGITS.matcher(plain.replaceAll("(?i);ext=\\d+", "")).replaceAll("").length() >= TAIL) {
            plain = WORDS.matcher(plain).replaceAll(" ").strip();
        }
        return plain + extension;
    }
}
