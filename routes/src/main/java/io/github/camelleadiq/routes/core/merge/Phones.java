/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.model.PersonalPhoneRecordType;
import io.github.camelleadiq.model.PhoneType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.VerificationStatusType;
import io.github.camelleadiq.model.WorkPhoneRecordType;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Phone numbers of an answer. */
final class Phones {
    /** The statuses that may be written, best first, in LeadIQ's words. What we do not know may mean that someone said no. */
    private static final List<String> TRUST = List.of("Verified", "LikelyAccurate", "Unverified");

    private Phones() {}

    /** The numbers of these types, best first; none whose status does not allow it or is not known. */
    static List<SourcedValue> ofTypes(Answer answer, List<PhoneType> types) {
        return all(answer)
                // a schema may have lost the type: the kind of number is not known then
                .filter(phone -> phone.type != null && types.contains(phone.type) && phone.isWritable())
                .sorted(Comparator.comparingInt((Phone phone) -> TRUST.indexOf(phone.status))
                        .thenComparingInt(phone -> types.indexOf(phone.type)))
                .map(phone -> SourcedValue.of(phone.value, phone.status, phone.seenAt))
                .toList();
    }

    /** The lines of the matched position and the personal ones that LeadIQ does not call dead or opted out. */
    static List<Line> known(Answer answer) {
        return all(answer)
                .filter(phone -> phone.isWritable() || phone.status == null)
                .flatMap(phone -> Line.read(phone.value, region(answer, phone.type)).stream())
                .toList();
    }

    /** The lines that are invalid or whose owner does not want to be called, of whatever position or list they are. */
    static List<Line> forbidden(Answer answer) {
        Stream<PositionRecord> positions = answer.person() == null
                ? Stream.empty()
                : Stream.concat(answer.person().currentPositions().stream(), answer.person().pastPositions().stream());
        return Stream.concat(
                        Stream.concat(positions, Stream.ofNullable(answer.position()))
                                .flatMap(Phones::work),
                        personal(answer))
                .filter(Phone::isForbidden)
                .flatMap(phone -> Line.meanings(phone.value, region(answer, phone.type)).stream())
                .distinct()
                .toList();
    }

    /** Whether a number that could have been written has a status that does not allow it, or none. */
    static boolean hasUnwritable(Answer answer) {
        return all(answer).anyMatch(phone -> !phone.isWritable());
    }

    private static String region(Answer answer, PhoneType type) {
        return PhoneType.WORK_HQ.equals(type) ? answer.companyRegion() : answer.region();
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

        boolean isWritable() {
            return status != null && TRUST.contains(status);
        }

        /** A number without a status is not written, but is no reason against its line elsewhere. */
        boolean isForbidden() {
            return status != null && !isWritable();
        }

        /** The older status, for it says who must not be called; the newer only adds trust. */
        private static String status(String status, VerificationStatusType newer) {
            return "Unverified".equals(status) && VerificationStatusType.LIKELY_ACCURATE.equals(newer)
                    ? newer.value()
                    : status;
        }
    }
}
