/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.support.jsse.KeyStoreParameters;

/**
 * The credentials of another component, as they are at each login, but without its lazy login: camel-salesforce refuses
 * to subscribe with that. Requests can so be lazy, and an org that is away keeps no context from starting.
 */
final class EagerLogin extends SalesforceLoginConfig {

    private final SalesforceLoginConfig user;

    EagerLogin(SalesforceLoginConfig user) {
        this.user = user;
    }

    @Override
    public boolean isLazyLogin() {
        return false;
    }

    @Override
    public String getInstanceUrl() {
        return user.getInstanceUrl();
    }

    @Override
    public String getLoginUrl() {
        return user.getLoginUrl();
    }

    @Override
    public String getClientId() {
        return user.getClientId();
    }

    @Override
    public String getClientSecret() {
        return user.getClientSecret();
    }

    @Override
    public KeyStoreParameters getKeystore() {
        return user.getKeystore();
    }

    @Override
    public String getJwtAudience() {
        return user.getJwtAudience();
    }

    @Override
    public String getRefreshToken() {
        return user.getRefreshToken();
    }

    @Override
    public AuthenticationType getType() {
        return user.getType();
    }

    @Override
    public String getUserName() {
        return user.getUserName();
    }

    @Override
    public String getPassword() {
        return user.getPassword();
    }

    @Override
    public void validate() {
        user.validate();
    }

    /** Nothing of it: it is secret. */
    @Override
    public String toString() {
        return "EagerLogin";
    }
}
