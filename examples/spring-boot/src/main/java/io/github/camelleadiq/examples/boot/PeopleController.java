/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.boot;

import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /people/ada.sample@example.com}: a person as JSON, or 404. */
@RestController
class PeopleController {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleController.class);

    private final ProducerTemplate camel;

    PeopleController(ProducerTemplate camel) {
        this.camel = camel;
    }

    @GetMapping("/people/{email}")
    ResponseEntity<PersonView> byEmail(@PathVariable String email) {
        try {
            return ResponseEntity.ofNullable(camel.requestBody(PersonRoutes.BY_EMAIL, email, PersonView.class));
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof LeadIQInvalidRequestException) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            if (e.getCause() instanceof LeadIQException failure) {
                LOG.warn("{}", failure.getMessage());
                // the first is worth another try
                throw new ResponseStatusException(
                        failure.isTransient() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY);
            }
            throw e;
        }
    }
}
