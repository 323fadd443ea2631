/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.examples.csv.lookup.Contact;
import io.github.camelleadiq.examples.csv.lookup.Match;
import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.LinkedinRecord;
import io.github.camelleadiq.model.NameInfo;
import io.github.camelleadiq.model.PositionRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A column that the enriched file has beside those of the input.
 *
 * @param dataPoint the column is only there if this was asked for
 * @param value what stands in it; null for nothing
 */
record ResultColumn(String name, DataPoint dataPoint, Function<Match, Object> value) {

    private static final List<ResultColumn> ALL = List.of(
            profile("leadiq_id", match -> match.person().id()),
            profile("leadiq_name", match -> orNull(match.person().name(), NameInfo::fullName)),
            profile("leadiq_title", match -> match.ofPosition(PositionRecord::title)),
            profile("leadiq_company", match -> match.ofCompany(CompanyInfo::name)),
            profile("leadiq_linkedin_url", match -> orNull(match.person().linkedin(), LinkedinRecord::linkedinUrl)),
            profile("leadiq_candidates", Match::candidates),
            new ResultColumn("leadiq_email", DataPoint.EMAIL, match -> orNull(match.email(), Contact::value)),
            new ResultColumn("leadiq_email_status", DataPoint.EMAIL, match -> orNull(match.email(), Contact::status)),
            new ResultColumn("leadiq_phone", DataPoint.PHONE, match -> orNull(match.phone(), Contact::value)),
            new ResultColumn("leadiq_phone_status", DataPoint.PHONE, match -> orNull(match.phone(), Contact::status)),
            company("leadiq_company_domain", CompanyInfo::domain),
            company("leadiq_company_industry", CompanyInfo::industry),
            company("leadiq_company_employees", CompanyInfo::numberOfEmployees));

    static List<ResultColumn> of(Set<DataPoint> dataPoints) {
        return ALL.stream()
                .filter(column -> column.dataPoint() == DataPoint.PROFILE || dataPoints.contains(column.dataPoint()))
                .toList();
    }

    private static ResultColumn profile(String name, Function<Match, Object> value) {
        return new ResultColumn(name, DataPoint.PROFILE, value);
    }

    private static ResultColumn company(String name, Function<CompanyInfo, Object> value) {
        return new ResultColumn(name, DataPoint.COMPANY, match -> match.ofCompany(value));
    }

    private static <S> Object orNull(S source, Function<S, Object> value) {
        return Optional.ofNullable(source).map(value).orElse(null);
    }
}
