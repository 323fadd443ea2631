/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.github.camelleadiq.model.PersonalPhoneRecordType;
import io.github.camelleadiq.model.PhoneType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.VerificationStatusType;
import io.github.camelleadiq.model.WorkPhoneRecordType;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Phone numbers of an answer. */
final class Phones {
    /** LeadIQ's words for a number that must not or need not be dialled. */
    private static final Set<String> NEVER = Set.of("Suppressed", "Invalid");

    /** Best first; an unknown status is worth as much as an unverified one. */
    private static final List<String> TRUST = List.of("Verified", "LikelyAccurate");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** The numbers of these types, best first; none that is suppressed or invalid. */
    static List<SourcedValue> ofTypes(Answer answer, List<PhoneType> types) {
        return all(answer)
                .filter(phone -> types.contains(phone.type) && !phone.isForbidden())
                .sorted(Comparator.comparingInt((Phone phone) -> trust(phone.status))
                        .thenComparingInt(phone -> types.indexOf(phone.type)))
                .map(phone -> SourcedValue.of(phone.value, phone.status, phone.seenAt))
                .toList();
    }

    /** The numbers of the matched position and the personal ones, of whatever status, but for those that are forbidden. */
    static List<String> known(Answer answer) {
        return all(answer)
                .filter(phone -> !phone.isForbidden())
                .map(Phone::value)
                .toList();
    }

    /** The numbers that are invalid or whose owner does not want to be called, of whatever position or list they are. */
    static List<String> forbidden(Answer answer) {
        Stream<PositionRecord> positions = answer.person() == null
                ? Stream.empty()
                : Stream.concat(answer.person().currentPositions().stream(), answer.person().pastPositions().stream());
        return Stream.concat(
                        Stream.concat(positions, Stream.ofNullable(answer.position()))
                                .flatMap(Phones::work),
                        personal(answer))
                .filter(Phone::isForbidden)
                .map(Phone::value)
                .distinct()
                .toList();
    }

    /** Whether a number that could have been written has a status that forbids it. */
    static boolean hasForbidden(Answer answer) {
        return all(answer).anyMatch(Phone::isForbidden);
    }

    /** The number in E.164, with its extension if it has one; empty for what is no number. */
    static Optional<String> e164(String text, String region) {
        if (text == null || text.length() > 100) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            if (!NUMBERS.isPossibleNumber(number)) {
                return Optional.empty();
            }
            String formatted = NUMBERS.format(number, PhoneNumberFormat.E164);
            return Optional.of(number.hasExtension() ? formatted + " ext. " + number.getExtension() : formatted);
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static int trust(String status) {
        int rank = status == null ? -1 : TRUST.indexOf(status);
        return rank < 0 ? TRUST.size() : rank;
    }

    /** Of the matched position, and the personal ones. */
    private static Stream<Phone> all(Answer answer) {
        return Stream.concat(work(answer.position()), personal(answer));
    }

    private static Stream<Phone> work(PositionRecord position) {
        return position == null
                ? Stream.empty()
                : position.phones().stream()
                        .filter(Objects::nonNull)
                        .map(Phone::of)
                        .filter(phone -> phone.value != null);
    }

    private static Stream<Phone> personal(Answer answer) {
        return answer.person() == null
                ? Stream.empty()
                : answer.person().personalPhones().stream()
                        .filter(Objects::nonNull)
                        .map(Phone::of)
                        .filter(phone -> phone.value != null);
    }

    /** Work and personal numbers alike. */
    private record Phone(PhoneType type, String status, ZonedDateTime seenAt, String value) {
        static Phone of(WorkPhoneRecordType phone) {
            return new Phone(
                    phone.type(),
                    status(phone.status() == null ? null : phone.status().value(), phone.verificationStatus()),
                    phone.updatedAt(),
                    phone.value());
        }

        static Phone of(PersonalPhoneRecordType phone) {
            return new Phone(
                    phone.type(),
                    status(phone.status() == null ? null : phone.status().value(), phone.verificationStatus()),
                    phone.updatedAt(),
                    phone.value());
        }

        /** A number without a status is not. */
        boolean isForbidden() {
            return status != null && NEVER.contains(status);
        }

        /** The older status, unless only the newer says anything good. */
        private static String status(String status, VerificationStatusType newer) {
            boolean unsaid = status == null || status.equals("Unverified");
            return unsaid && VerificationStatusType.LIKELY_ACCURATE.equals(newer) ? newer.value() : status;
        }
    }
}
