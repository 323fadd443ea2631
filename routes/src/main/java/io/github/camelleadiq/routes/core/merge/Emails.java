/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.model.EmailVerificationStatusType;
import io.github.camelleadiq.model.PersonalEmailRecordType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.WorkEmailRecordType;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Email addresses of an answer. */
final class Emails {
    /** The rest must not be written whatever a profile says: what we do not know may mean that someone said no. */
    private static final Set<String> USABLE = Set.of("Verified", "VerifiedLikely", "Unverified");

    private Emails() {}

    /** The work addresses at the matched position, best first, of acceptable statuses only. */
    static List<SourcedValue> work(Answer answer) {
        return acceptable(work(answer.position()), answer.profile().emailStatuses());
    }

    /** The personal addresses, best first, of acceptable statuses only. */
    static List<SourcedValue> personal(Answer answer) {
        return acceptable(personalEmails(answer), answer.profile().emailStatuses());
    }

    /** Whether the answer has any address at all, of whatever status. */
    static boolean hasAny(Answer answer) {
        return Stream.concat(work(answer.position()), personalEmails(answer))
                .findAny()
                .isPresent();
    }

    /** All addresses that LeadIQ still has for the person, of whatever status: not those that it calls dead or opted out. */
    static List<String> known(Answer answer) {
        List<String> given =
                all(answer).filter(Email::isGivenUp).map(Email::value).toList();
        return all(answer)
                .map(Email::value)
                .filter(value -> !given.contains(value))
                .toList();
    }

    /** The addresses that are invalid or whose owner does not want to be written to, in whatever list they are. */
    static List<String> forbidden(Answer answer) {
        return all(answer).filter(Email::isForbidden).map(Email::value).toList();
    }

    private static Stream<Email> all(Answer answer) {
        Stream<PositionRecord> positions = answer.person() == null
                ? Stream.empty()
                : Stream.concat(answer.person().currentPositions().stream(), answer.person().pastPositions().stream());
        return Stream.concat(positions.flatMap(Emails::work), personalEmails(answer));
    }

    private static List<SourcedValue> acceptable(Stream<Email> emails, List<String> statuses) {
        return emails.filter(email -> email.status != null && statuses.contains(email.status) && !email.isForbidden())
                .sorted(Comparator.comparingInt((Email email) -> statuses.indexOf(email.status))
                        .thenComparing(Email::seenAt, Comparator.nullsLast(Comparator.<ZonedDateTime>reverseOrder())))
                .map(email -> SourcedValue.of(email.value, email.status, email.seenAt))
                .toList();
    }

    private static Stream<Email> work(PositionRecord position) {
        return position == null
                ? Stream.empty()
                : Stream.concat(Stream.ofNullable(position.workEmail()), position.emails().stream())
                        .filter(Objects::nonNull)
                        .map(Email::of)
                        .filter(email -> email.value != null);
    }

    private static Stream<Email> personalEmails(Answer answer) {
        return answer.person() == null
                ? Stream.empty()
                : answer.person().personalEmails().stream()
                        .filter(Objects::nonNull)
                        .map(Email::of)
                        .filter(email -> email.value != null);
    }

    /** Work and personal addresses alike. */
    private record Email(String status, ZonedDateTime seenAt, String value) {
        static Email of(WorkEmailRecordType email) {
            return new Email(text(email.status()), email.updatedAt(), email.value());
        }

        static Email of(PersonalEmailRecordType email) {
            return new Email(text(email.status()), email.updatedAt(), email.value());
        }

        boolean isForbidden() {
            return status != null && !USABLE.contains(status);
        }

        boolean isGivenUp() {
            return "Invalid".equalsIgnoreCase(status) || "Suppressed".equalsIgnoreCase(status);
        }

        private static String text(EmailVerificationStatusType status) {
            return status == null ? null : status.value();
        }
    }
}
